"""A reader at a real browser: by keyboard from a question to the printed line, on a telephone, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright

from organisations.models import AidDisbursement
from tests import factories
from tests.site.pages import DONOR, GIFT, LISTS, Story, story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread, so that Django would refuse the database to it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield started
        started.close()


def opened(browser: Browser, server: Any, **options: Any) -> Page:
    """A new window on the site, in English unless ``locale`` says otherwise."""
    context = browser.new_context(base_url=server.url, **{"locale": "en-GB", **options})
    context.set_default_timeout(10_000)
    return context.new_page()


def tab_to(page: Page, selector: str, *, most: int = 60) -> None:
    """The element is reached with the Tab key alone, and shows that it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"{selector} does not show that it has the focus"
            return
    pytest.fail(f"{selector} was not reached in {most} steps")


def test_a_keyboard_leads_from_a_question_to_the_printed_line(browser: Browser, live_server: Any) -> None:
    told = story()
    page = opened(browser, live_server)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tab_to(page, "#hero-search")
    page.keyboard.type("慰问金")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    tab_to(page, f'a[href^="{told.article.get_absolute_url()}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{told.article.get_absolute_url()}*")
    assert page.locator("mark.hit").first.text_content() == "慰问金"
    tab_to(page, f'.note a[href="#aid-{told.gift.pk}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#aid-{told.gift.pk}")
    tab_to(page, ".line-link")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{told.document.get_absolute_url()}#L3")
    line = page.locator(".line:target")
    assert GIFT in (line.text_content() or "")
    assert line.bounding_box()["y"] < page.viewport_size["height"]


def test_the_skip_link_leads_to_the_main_part(browser: Browser, live_server: Any) -> None:
    page = opened(browser, live_server)
    page.goto("/about/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def hard_to_fit() -> Story:
    """A story of long words: whatever does not break makes a narrow page scroll sideways."""
    long = "甲" * 120
    told = story(headline=long, kicker="W" * 90, byline="http://example.org/" + "a" * 90)
    told.donor.name = "国" * 100
    told.donor.save()
    gift = {
        "amount": "1234567890123.45",
        "words": "元" * 100,
        "bound": "about",
        "purpose": "x" * 90,
        "status": "disbursed",
    }
    AidDisbursement.objects.filter(pk=told.gift.pk).update(**gift)
    type(told.measure).objects.filter(pk=told.measure.pk).update(title="M" * 200)
    factories.AidPartyFactory(disbursement=told.gift, role="recipient", kind="group", organisation=None, name="y" * 150)
    return told


@pytest.mark.parametrize("language", ["en-GB", "zh-CN"])
def test_no_page_scrolls_sideways_on_a_telephone(browser: Browser, live_server: Any, language: str) -> None:
    told = hard_to_fit()
    page = opened(browser, live_server, locale=language, viewport={"width": 390, "height": 844})
    addresses = [reverse(name) for name in ("home", "about", "search", *LISTS.values())]
    addresses.append(reverse("organisations:aid-lines", args=["donor"]))
    searches = [f"{reverse('search')}?q=慰问金", f"{reverse('search')}?q={DONOR}&kind=article"]
    for address in [*addresses, *searches, *told.addresses().values(), "/nothing/"]:
        page.goto(address)
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, f"{address} is {beyond} pixels too wide"


def test_the_language_is_changed_without_script_and_the_page_stays(browser: Browser, live_server: Any) -> None:
    page = opened(browser, live_server, java_script_enabled=False, locale="zh-CN")
    page.goto("/articles/?form=news")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("button", name="English").click()
    page.wait_for_url("**/articles/?form=news")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").text_content() == "Articles"
    page.goto("/about/")
    page.get_by_role("button", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


CONTRAST = """
() => {
  const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest(".hidden, .skip, style")) continue;
    const [one, two] = [parse(getComputedStyle(element).color), behind(element)].map(c => luminance(c) + 0.05);
    const ratio = Math.max(one, two) / Math.min(one, two);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.className || element.tagName}`);
  }
  return [...new Set(faint)];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser: Browser, live_server: Any, scheme: str) -> None:
    told = story(doubts=["lost_end"])
    page = opened(browser, live_server, color_scheme=scheme)
    addresses = [reverse(name) for name in ("home", "about", *LISTS.values())]
    for address in [*addresses, f"{reverse('search')}?q=慰问金", *told.addresses().values()]:
        page.goto(address)
        assert page.evaluate(CONTRAST) == [], address
