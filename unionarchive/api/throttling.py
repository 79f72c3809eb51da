"""How often one address may ask. Counted in the cache, so that several processes count together where it is Redis."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from unionarchive.api.rates import Rate

logger = logging.getLogger(__name__)


class AddressThrottle(BaseThrottle):
    """At most ``API_RATE`` requests of one network address in one window of time.

    The counter is one atomic increment, where a list of times would lose some under load. When the cache does not
    answer, requests go through: an archive that can be read is worth more than a count.
    """

    def allow_request(self, request: Request, _view: Any) -> bool:
        rate: Rate | None = settings.API_RATE
        if rate is None:
            return True
        now = time.time()
        self.left = rate.seconds - now % rate.seconds
        key = f"api-rate:{self.get_ident(request)}:{int(now // rate.seconds)}"
        try:
            cache.add(key, 0, timeout=rate.seconds + 1)
            return cache.incr(key) <= rate.requests
        except (RedisError, ValueError) as error:  # ValueError: the window ended between the two calls
            logger.warning("The request rate was not counted: %s", error)
            return True

    def wait(self) -> float:
        return self.left
