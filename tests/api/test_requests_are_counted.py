"""One address may ask so often and no more; the count is right with Redis, and its failure stops nobody."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import redis
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from tests.api.world import BASE
from unionarchive.api.rates import Rate
from unionarchive.api.throttling import AddressThrottle

pytestmark = pytest.mark.django_db
REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@pytest.fixture(autouse=True)
def _clean_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


def redis_cache(settings: Any, url: str) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}}


def need_redis() -> None:
    """Goes on where Redis answers; fails where it must (CI), skips elsewhere."""
    try:
        redis.Redis.from_url(REDIS_URL).ping()
    except redis.RedisError as error:
        reason = f"no Redis at {REDIS_URL}: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def statuses(number: int, **headers: str) -> list[int]:
    client = Client(headers={"accept-language": "en"} | headers)
    return [client.get(BASE).status_code for _ in range(number)]


def test_it_lets_so_many_through_and_says_when_to_come_back(settings: Any) -> None:
    settings.API_RATE = Rate(3, 3600)
    assert statuses(4) == [200, 200, 200, 429]
    refused = Client().get(BASE)
    assert refused.json()["type"] == "urn:unionarchive:problem:too-many-requests"
    assert 0 < int(refused.headers["Retry-After"]) <= 3600


def test_it_counts_each_address_by_itself_and_believes_no_header(settings: Any) -> None:
    settings.API_RATE = Rate(1, 3600)
    assert [Client(REMOTE_ADDR=f"192.0.2.{last}").get(BASE).status_code for last in (1, 2, 1)] == [200, 200, 429]
    forged = [Client(headers={"x-forwarded-for": f"198.51.100.{n}"}).get(BASE).status_code for n in (1, 2)]
    assert forged == [200, 429]


def test_it_counts_nothing_when_off(settings: Any) -> None:
    settings.API_RATE = None
    assert set(statuses(20)) == {200}


@pytest.mark.redis
def test_it_counts_in_redis(settings: Any) -> None:
    need_redis()
    redis_cache(settings, REDIS_URL)
    cache.clear()
    settings.API_RATE = Rate(2, 3600)
    assert statuses(3) == [200, 200, 429]


@pytest.mark.redis
def test_it_loses_no_request_that_comes_at_the_same_time(settings: Any) -> None:
    need_redis()
    redis_cache(settings, REDIS_URL)
    cache.clear()
    settings.API_RATE = Rate(50, 3600)
    request = Request(APIRequestFactory().get(BASE))
    with ThreadPoolExecutor(8) as pool:
        let = list(pool.map(lambda _: AddressThrottle().allow_request(request, None), range(80)))
    assert sum(let) == 50


def test_it_stops_nobody_when_the_cache_does_not_answer(settings: Any, caplog: Any) -> None:
    cache.clear()
    redis_cache(settings, "redis://127.0.0.1:1/0")
    settings.API_RATE = Rate(1, 3600)
    assert statuses(3) == [200, 200, 200]
    assert "not counted" in caplog.text
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.mark.parametrize(
    ("text", "expected"), [("600/min", Rate(600, 60)), ("20/s", Rate(20, 1)), ("5/hour", Rate(5, 3600)), ("off", None)]
)
def test_it_reads_a_rate(text: str, expected: Rate | None) -> None:
    assert Rate.parse(text, name="API_RATE") == expected


@pytest.mark.parametrize("text", ["", "600", "600/week", "0/min", "-1/s", "many/min"])
def test_it_refuses_a_rate_that_is_none(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="API_RATE"):
        Rate.parse(text, name="API_RATE")
