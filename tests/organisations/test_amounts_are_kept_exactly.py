"""Amounts come back from the database to the fen, up to the largest that it takes; larger ones are refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("amount", ["0.01", "237000", "1592410.55", "9999999999999.99", "1234567890123.45"])
def test_it_comes_back_to_the_fen(amount: str) -> None:
    aid = factories.AidDisbursementFactory(amount=Decimal(amount))
    aid.refresh_from_db()
    assert aid.amount == Decimal(amount)


def test_it_refuses_more_than_it_can_keep() -> None:
    aid = factories.AidDisbursementFactory.build(amount=Decimal(10) ** 13)
    with pytest.raises(ValidationError) as refused:
        aid.clean_fields(exclude=["article"])
    assert set(refused.value.message_dict) == {"amount"}
