"""What strips and their page look like, as numbers of about one: what the net that reads whole pages sees of them."""

from __future__ import annotations

import numpy as np

from seeds.reading.assembly.going_on import Across
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.page_net import Single
from seeds.reading.assembly.sides import ENDS, KINDS, STARTS, Sides

_LONG = 400  # characters; a longer strip looks no longer
_WIDE = 40  # half characters of a column
_GAP, _LEVELS = 3, 7
_STRIPS = 50


def looks_of(layout: Layout, sides: Sides, across: Across) -> Single:
    """A row for each strip: its kind, how it begins and ends, its size, where it stands and how articles begin."""
    which = ((sides.kind, len(KINDS)), (sides.start, len(STARTS)), (sides.end, len(ENDS)))
    facts = [chosen == at for chosen, count in which for at in range(count)]
    facts += [
        np.minimum(sides.length, _LONG) / 100,
        np.log1p(sides.length) / 4,
        np.minimum(sides.gap, _GAP),
        sides.width / _WIDE,
        sides.full,
        sides.unsure,
        sides.level / _LEVELS,
        sides.label,
        sides.tail,
        sides.top,
        sides.after_head,
        across.begins,
        across.ends,
        np.array([len(strip.contributors) for strip in layout.strips]),
    ]
    return np.stack(facts, axis=1).astype(np.float32)


def looks_of_page(layout: Layout) -> Single:
    """What the page looks like: where gaps stand, how far columns are mixed, how large it is."""
    facts = (layout.dense, layout.broken, layout.mixed, layout.open, layout.heads_apart, layout.heads_touch)
    return np.array([*facts, len(layout.strips) / _STRIPS], dtype=np.float32)
