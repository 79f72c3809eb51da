"""What the lists of divisions, organisations, mentions and evidence can be asked for in the API."""

from __future__ import annotations

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.choices import TextPart
from organisations.choices import DivisionLevel, OrganisationLevel, OrganisationType, Resolution
from organisations.models import Alias, Division, Evidence, Mention, Organisation
from organisations.querysets import EvidenceQuerySet, OrganisationQuerySet
from unionarchive.common.api.filters import (
    CodesFilter,
    IdsFilter,
    ReviewFilterSet,
    SinceFilter,
    TextFilter,
    WithinFilter,
    YesNoFilter,
)
from unionarchive.common.models import ReviewState


class DivisionFilter(django_filters.FilterSet):
    q = TextFilter(field_name="path", lookup_expr="icontains", help_text=_("Words of the name or of those above it."))
    name = TextFilter(help_text=_("The full name, whole."))
    level = CodesFilter(DivisionLevel)
    parent = WithinFilter(method="directly_below", help_text=_("Code of the division directly above."))
    within = WithinFilter(field_name="code", help_text=_("Code of a division; itself and all below it."))

    class Meta:
        model = Division
        fields: list[str] = []

    def directly_below(self, divisions: QuerySet, _name: str, code: str) -> QuerySet:
        return divisions.filter(parent=code)


class OrganisationFilter(ReviewFilterSet):
    q = TextFilter(method="called", help_text=_("Words of one of its names, or pinyin."))
    name = TextFilter(method="named", help_text=_("One of its names, whole."))
    slug = TextFilter(help_text=_("The last part of its page's address."))
    type = CodesFilter(OrganisationType)
    level = CodesFilter(OrganisationLevel)
    division = WithinFilter(field_name="division__code")
    parent = IdsFilter(help_text=_("Ids of the bodies that they are part of."))
    article = IdsFilter(method="mentioned_in", help_text=_("Ids of articles that name them."))
    updated_since = SinceFilter("updated_at", help_text=_("Changed at that time or later."))

    class Meta:
        model = Organisation
        fields: list[str] = []

    def called(self, organisations: OrganisationQuerySet, _name: str, words: str) -> OrganisationQuerySet:
        aliases = Alias.objects.filter(name__icontains=words).values("organisation")
        return organisations.filter(Q(name__icontains=words) | Q(pinyin__icontains=words) | Q(pk__in=aliases))

    def named(self, organisations: OrganisationQuerySet, _name: str, name: str) -> OrganisationQuerySet:
        return organisations.filter(Q(name=name) | Q(pk__in=Alias.objects.filter(name=name).values("organisation")))

    def mentioned_in(
        self, organisations: OrganisationQuerySet, _name: str, articles: list[int]
    ) -> OrganisationQuerySet:
        mentions = Mention.objects.public().filter(article__in=articles)
        return organisations.filter(pk__in=mentions.values("organisation"))


class MentionFilter(ReviewFilterSet):
    article = IdsFilter(help_text=_("Ids of articles, with commas between."))
    organisation = IdsFilter(help_text=_("Ids of organisations, with commas between."))
    resolution = CodesFilter(Resolution)
    part = CodesFilter(TextPart)
    quote = TextFilter(help_text=_("The words themselves, whole."))
    orphaned = YesNoFilter(field_name="is_orphaned", help_text=_("Whether a correction has removed the words."))

    class Meta:
        model = Mention
        fields: list[str] = []


class EvidenceFilter(django_filters.FilterSet):
    article = IdsFilter(help_text=_("Ids of articles, with commas between."))
    measure = IdsFilter(help_text=_("Ids of measures, with commas between."))
    disbursement = IdsFilter(help_text=_("Ids of aid disbursements, with commas between."))
    part = CodesFilter(TextPart)
    orphaned = YesNoFilter(field_name="is_orphaned", help_text=_("Whether a correction has removed the words."))
    state = CodesFilter(ReviewState, method="of_facts", help_text=_("What editors have said of the fact."))

    class Meta:
        model = Evidence
        fields: list[str] = []

    def of_facts(self, evidence: EvidenceQuerySet, _name: str, states: list[str]) -> EvidenceQuerySet:
        return evidence.filter(Q(measure__state__in=states) | Q(disbursement__state__in=states))
