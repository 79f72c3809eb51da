"""The pages of who did what."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.generic import DetailView

from organisations.choices import PartyRole
from organisations.filters import AidFilter, AidLinesFilter, MeasureFilter, OrganisationFilter
from organisations.ledger import Dimension, labels, lines_side_by_side, side_by_side
from organisations.models import AidDisbursement, AidParty, FormerSlug, Measure, Mention, Organisation
from organisations.querysets import AidQuerySet, MeasureQuerySet, OrganisationQuerySet
from unionarchive.common.lists import FilteredList

SHOWN = 10  # facts of each kind on an organisation's page; a link leads to the rest


class OrganisationList(FilteredList):
    filterset_class = OrganisationFilter
    template_name = "organisations/organisation_list.html"

    def get_queryset(self) -> OrganisationQuerySet:
        return Organisation.objects.public().select_related("division").prefetch_related("aliases").by_name()


class OrganisationPage(DetailView):
    template_name = "organisations/organisation_detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The organisation's page; 301 from an address it or one merged into it had, 404 for any other."""
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            moved = organisation_now_at(kwargs["slug"])
            if moved is None:
                raise
            return HttpResponsePermanentRedirect(moved.get_absolute_url())

    def get_queryset(self) -> OrganisationQuerySet:
        return (
            Organisation.objects.public()
            .select_related("division")
            .prefetch_related(
                "aliases__division",
                Prefetch("parent", Organisation.objects.with_visibility()),
                Prefetch("children", Organisation.objects.public().by_name()),
            )
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organisation = self.object
        aid = AidDisbursement.objects.public()
        facts: dict[str, Any] = {
            "given": aid.filter(pk__in=_part_in(organisation, PartyRole.DONOR)),
            "received": aid.filter(pk__in=_part_in(organisation, PartyRole.RECIPIENT)),
            "measures": Measure.objects.public().filter(issuers=organisation),
        }
        shown = {name: rows.for_pages().newest_first()[:SHOWN] for name, rows in facts.items()}
        counts = {f"{name}_count": rows.count() for name, rows in facts.items()}
        return super().get_context_data(**kwargs) | shown | counts | _mentions(organisation)


class MeasureList(FilteredList):
    filterset_class = MeasureFilter
    template_name = "organisations/measure_list.html"

    def get_queryset(self) -> MeasureQuerySet:
        return Measure.objects.public().for_pages().newest_first()


class MeasurePage(DetailView):
    template_name = "organisations/measure_detail.html"

    def get_queryset(self) -> MeasureQuerySet:
        return Measure.objects.public().for_pages().prefetch_related("benefits", *SOURCES)


class AidList(FilteredList):
    filterset_class = AidFilter
    template_name = "organisations/aid_list.html"

    def get_queryset(self) -> AidQuerySet:
        return AidDisbursement.objects.public().for_pages().newest_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        totals = side_by_side(self.object_list if context["is_filtered"] else None)
        line = self.filterset.form.cleaned_data.get("bucket") if self.filterset.is_valid() else None
        shown = {"line": line, "line_label": labels(line.by, [line.key]).get(line.key, line.key)} if line else {}
        return context | {"totals": totals, "dimensions": Dimension} | shown


class AidLines(FilteredList):
    """The ledger's totals in a line for each donor, province, month or what else ``by`` says."""

    filterset_class = AidLinesFilter
    template_name = "organisations/aid_lines.html"
    paginate_by = 50

    def get_queryset(self) -> AidQuerySet:
        return AidDisbursement.objects.public()

    @property
    def by(self) -> Dimension:
        """What the table has a line for each of; 404 for what it cannot have."""
        if self.kwargs["by"] not in Dimension.values:
            raise Http404
        return Dimension(self.kwargs["by"])

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """The lines of the table instead of the records: the largest first, those of a time in its order."""
        within = queryset if any(self.request.GET.get(name) for name in self.filterset.form.fields) else None
        lines = lines_side_by_side(self.by, within)
        if self.by in (Dimension.YEAR, Dimension.MONTH):
            lines.sort(key=lambda line: line.key.key)
        return super().paginate_queryset(lines, page_size)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        by = self.by
        context = super().get_context_data(**kwargs)
        names = labels(by, [line.key.key for line in context["object_list"]])
        lines = [(names[line.key.key], line) for line in context["object_list"]]
        return context | {"by": by, "dimensions": Dimension, "lines": lines}


class AidPage(DetailView):
    template_name = "organisations/aid_detail.html"
    context_object_name = "aid"

    def get_queryset(self) -> AidQuerySet:
        related = AidDisbursement.objects.public().prefetch_related("items")
        return (
            AidDisbursement.objects.public()
            .for_pages()
            .prefetch_related(
                *SOURCES,
                Prefetch("shares", related),
                Prefetch("retellings", related),
            )
        )


SOURCES = ("article__sources__document",)  # the way from a fact's evidence to the lines of its document


def organisation_now_at(slug: str) -> Organisation | None:
    """The public organisation that the former address ``slug`` leads to; None when it leads nowhere."""
    former = FormerSlug.objects.filter(slug=slug).select_related("organisation").first()
    found = former.organisation if former else Organisation.objects.merged().filter(slug=slug).first()
    seen: set[int] = set()
    while found is not None and found.merged_into_id is not None and found.pk not in seen:
        seen.add(found.pk)
        found = found.merged_into
    return Organisation.objects.public().filter(pk=found.pk).first() if found else None


def _part_in(organisation: Organisation, role: PartyRole) -> QuerySet:
    return AidParty.objects.filter(organisation=organisation, role=role).values("disbursement")


def _mentions(organisation: Organisation) -> dict[str, Any]:
    """The newest articles that name it, each with the number of times, and how many articles do in all."""
    naming = Mention.objects.public().filter(organisation=organisation)
    articles = apps.get_model("articles", "Article").objects.public().filter(pk__in=naming.values("article"))
    times = Count("mentions", filter=Q(mentions__in=naming))
    newest = articles.with_publication().annotate(times=times).newest_first()[:SHOWN]
    return {"articles": newest, "articles_count": articles.count()}
