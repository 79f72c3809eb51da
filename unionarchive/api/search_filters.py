"""What search can be asked."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.choices import ArticleForm
from organisations.choices import AidForm, MeasureType, OrganisationType
from unionarchive.common.api.filters import (
    CodeFilter,
    CodesFilter,
    IdsFilter,
    PatternsFilter,
    TextFilter,
    WholeFilter,
    YesNoFilter,
)
from unionarchive.common.models import ReviewState
from unionarchive.search import Filters, Kind
from unionarchive.search import Order as SearchOrder

PAGE_SIZE = 20
LARGEST_PAGE = 500
DEEPEST = 1000  # results of a kind beyond this are reached by a narrower question


class Order(models.TextChoices):
    """What comes first."""

    BEST = SearchOrder.BEST.value, _("the best answers")
    NEWEST = SearchOrder.NEWEST.value, _("the newest")


class QuestionFilter(TextFilter):
    """A text that may also be empty."""

    schema = {"minLength": 0}


class SearchFilter(django_filters.FilterSet):
    """Parameters of a search, parsed like those of the lists; the searching itself is not done here."""

    q = QuestionFilter(
        longest=10_000,
        help_text=_("The question: words, “phrases”, -not, OR, 机构:, 地点:, 日期: … Any text is valid."),
    )
    kind = CodesFilter(Kind, help_text=_("Kinds to search; all when left out."))
    publication = IdsFilter(help_text=_("Ids of publications, with commas between."))
    year = PatternsFilter("[0-9]{4}", _("Expected years of four digits."), help_text=_("Years, with commas between."))
    place = PatternsFilter(
        "[0-9]{6}",
        _("Expected division codes of six digits."),
        help_text=_("Six-digit codes of divisions; those below them count as well."),
    )
    organisation = IdsFilter(help_text=_("Ids of organisations that are named or take part."))
    type = CodesFilter(OrganisationType, MeasureType, help_text=_("Types of organisations or of measures."))
    form = CodesFilter(ArticleForm, AidForm, help_text=_("Forms of articles or of aid."))
    state = CodesFilter(ReviewState, help_text=_("What editors have said of them."))
    order = CodeFilter(Order, help_text=_("What comes first; best if not given."))
    facets = YesNoFilter(help_text=_("true adds how many of the results have which values."))
    count = YesNoFilter(help_text=_("true adds the number of all results, capped."))
    page = WholeFilter(largest=DEEPEST, help_text=_("Page, from 1."))
    page_size = WholeFilter(largest=LARGEST_PAGE, help_text=_("Results of each kind on a page; 20 if not given."))

    def narrowing(self) -> Filters:
        """The values that a result must have."""
        asked: dict[str, Any] = self.form.cleaned_data
        return Filters(**{name: tuple(str(value) for value in asked[name] or ()) for name in Filters.names()})
