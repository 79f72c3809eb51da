"""Reads of who did what. ``public()`` is the one definition of what anybody may see."""

from __future__ import annotations

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from unionarchive.common.models import ReviewQuerySet


def _in_public_article() -> Exists:
    # Asked of each row's own article: a list of all public articles would be made anew for every question.
    return Exists(apps.get_model("articles", "Article").objects.public().filter(pk=OuterRef("article_id")))


def _linkable_organisations() -> models.QuerySet:
    return apps.get_model("organisations", "Organisation").objects.with_visibility()


class FactQuerySet(ReviewQuerySet):
    """Rows that stand in an article: public when the article is, and review allows it."""

    def public(self) -> Self:
        return self.shown().filter(_in_public_article())

    def newest_first(self) -> Self:
        return self.order_by("-sort_date", "-pk")


class MentionQuerySet(ReviewQuerySet):
    def public(self) -> Self:
        return self.shown().filter(_in_public_article())

    def unresolved(self) -> Self:
        return self.exclude(resolution="resolved")

    def in_order(self) -> Self:
        return self.order_by("article", "part", "start")


class OrganisationQuerySet(ReviewQuerySet):
    def current(self) -> Self:
        """Organisations that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def merged(self) -> Self:
        return self.filter(merged_into__isnull=False)

    def public(self) -> Self:
        """Current ones that a public article names, a public fact involves, or an editor vouches for."""
        mentions = apps.get_model("organisations", "Mention").objects.public().filter(organisation=OuterRef("pk"))
        reviewed = Q(state__in=("accepted", "corrected"))
        return self.current().shown().filter(Q(Exists(mentions)) | reviewed)

    def with_visibility(self) -> Self:
        """Each knows as ``is_public`` whether it has a page of its own: what a name is linked by."""
        visible = apps.get_model("organisations", "Organisation").objects.public().filter(pk=OuterRef("pk"))
        return self.annotate(is_public=Exists(visible))

    def called(self, words: str) -> Self:
        """Those of that address, and those one of whose names, or the sound of whose name, holds ``words``."""
        named = self.model._default_manager.filter(aliases__name__icontains=words).values("pk")
        return self.filter(Q(slug=words) | Q(name__icontains=words) | Q(pinyin__icontains=words) | Q(pk__in=named))

    def by_name(self) -> Self:
        return self.order_by("name", "pk")


class MeasureQuerySet(FactQuerySet):
    def for_list(self) -> Self:
        return self.select_related("article__publication").prefetch_related("issuers", "evidence")

    def for_pages(self) -> Self:
        """The same, with issuers that know whether they have a page."""
        return self.select_related("article__publication").prefetch_related(
            Prefetch("issuers", _linkable_organisations()), "evidence"
        )


class AidQuerySet(FactQuerySet):
    def for_list(self) -> Self:
        """With parties, items and evidence: what a ledger row shows, in a constant number of queries."""
        return self.select_related("article__publication", "part_of").prefetch_related(
            "parties__organisation", "items", "evidence"
        )

    def for_pages(self) -> Self:
        """The same, with parties that know whether they have a page, and no whole that is not public."""
        others = apps.get_model("organisations", "AidDisbursement").objects.public().prefetch_related("items")
        return self.select_related("article__publication").prefetch_related(
            "parties",
            Prefetch("parties__organisation", _linkable_organisations()),
            Prefetch("part_of", others),
            Prefetch("same_as", others),
            "items",
            "evidence",
        )


class EvidenceQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Evidence of public facts, in public articles."""
        measures = apps.get_model("organisations", "Measure").objects.public().values("pk")
        disbursements = apps.get_model("organisations", "AidDisbursement").objects.public().values("pk")
        return self.filter(_in_public_article()).filter(Q(measure__in=measures) | Q(disbursement__in=disbursements))

    def orphaned(self) -> Self:
        return self.filter(is_orphaned=True)
