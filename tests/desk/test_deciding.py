"""An editor accepts, rejects, corrects and reopens readings; each decision keeps its author and its history."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from organisations.models import Measure
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "admin:organisations_measure_changelist"


@pytest.fixture
def editor() -> User:
    return factories.UserFactory(username="lin")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def form_of(desk: Client, measure: Measure) -> dict[str, object]:
    """What the browser would send back of the measure's form, untouched."""
    page = desk.get(reverse("admin:organisations_measure_change", args=[measure.pk]))
    sent: dict[str, object] = {}
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            sent[bound.html_name] = "" if value is None else value
    return sent


def send(desk: Client, measure: Measure, **changed: object) -> object:
    address = reverse("admin:organisations_measure_change", args=[measure.pk])
    answer = desk.post(address, form_of(desk, measure) | changed)
    assert answer.status_code == 302, answer.context["errors"]
    measure.refresh_from_db()
    return answer


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("accept_selected", "proposed", "accepted"),
        ("accept_selected", "corrected", "corrected"),
        ("reject_selected", "proposed", "rejected"),
        ("reject_selected", "accepted", "rejected"),
        ("reopen_selected", "rejected", "proposed"),
    ],
)
def test_it_decides_on_selected_rows(desk: Client, editor: User, action: str, before: str, after: str) -> None:
    measure = factories.MeasureFactory(state=before)
    desk.post(reverse(LIST), {"action": action, "_selected_action": [measure.pk]})
    measure.refresh_from_db()
    assert measure.state == after
    assert (measure.reviewed_by == editor) == (before != after)


def test_it_accepts_and_goes_on_to_the_next_open_row(desk: Client) -> None:
    second, first = factories.MeasureFactory(date="2020-02"), factories.MeasureFactory(date="2020-03")
    answer = send(desk, first, organisations_measure_accept_and_next="1")
    assert first.state == "accepted"
    assert answer.url == reverse("admin:organisations_measure_change", args=[second.pk])


def test_it_says_when_nothing_is_left(desk: Client) -> None:
    measure = factories.MeasureFactory()
    answer = send(desk, measure, organisations_measure_reject_and_next="1")
    assert measure.state == "rejected"
    assert answer.url == reverse(LIST)


def test_a_changed_field_makes_the_row_the_editors(desk: Client, editor: User) -> None:
    measure = factories.MeasureFactory()
    send(desk, measure, title="关爱职工十二条")
    assert (measure.title, measure.state, measure.reviewed_by) == ("关爱职工十二条", "corrected", editor)
    assert measure.history.first().history_user == editor


def test_the_history_begins_with_what_was_read(desk: Client) -> None:
    measure = factories.MeasureFactory()
    measure.history.all().delete()  # loading in bulk writes none
    send(desk, measure, title="关爱职工十二条")
    assert [past.title for past in measure.history.all()] == ["关爱职工十二条", "关爱职工十条"]


def test_saving_unchanged_decides_nothing(desk: Client) -> None:
    measure = factories.MeasureFactory()
    send(desk, measure)
    assert measure.state == "proposed"


def test_a_corrected_row_stays_corrected_when_accepted(desk: Client) -> None:
    measure = factories.MeasureFactory()
    send(desk, measure, title="另一标题", organisations_measure_accept_and_next="1")
    assert measure.state == "corrected"


def test_pasted_words_are_found_in_the_text(desk: Client) -> None:
    measure = factories.MeasureFactory()
    evidence = factories.EvidenceFactory(article=measure.article, measure=measure, quote="关爱职工十条")
    send(desk, measure, **{"evidence-0-quote": "印发《关爱职工十条》"})
    evidence.refresh_from_db()
    assert measure.article.body[evidence.start : evidence.end] == "印发《关爱职工十条》"
    assert measure.state == "corrected"


def test_words_that_are_not_in_the_text_are_refused(desk: Client) -> None:
    measure = factories.MeasureFactory()
    factories.EvidenceFactory(article=measure.article, measure=measure, quote="关爱职工十条")
    address = reverse("admin:organisations_measure_change", args=[measure.pk])
    answer = desk.post(address, form_of(desk, measure) | {"evidence-0-quote": "从未印过的话"})
    assert answer.status_code == 200
    assert answer.context["inline_admin_formsets"][0].formset.errors[0]["quote"]


def test_a_link_decides_nothing(desk: Client) -> None:
    measure = factories.MeasureFactory()
    change = reverse("admin:organisations_measure_change", args=[measure.pk])
    desk.get(change, {"organisations_measure_accept_and_next": "1"})
    measure.refresh_from_db()
    assert measure.state == "proposed"
