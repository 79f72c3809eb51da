"""Storing readings: the first time and every time after, in one transaction for each document.

The machine proposes: what is new is made, what is still proposed is brought up to date, what an editor has touched is
left alone and learns in ``suggestion`` what the new reading says otherwise.
"""

from seeds.loading.storing import store

__all__ = ["store"]
