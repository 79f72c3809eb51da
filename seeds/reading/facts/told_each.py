"""One sum that is told of each of several: 甲、乙专项拨款各100万元; 甲、乙同日宣布，各安排1000万元.

Answers whom 各 means; a sum that is given to or by each of them is a statement of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.scene import Scene

_EACH = re.compile(
    "各(?:自)?(?![级类种地界方族位国项式样个处有县市区镇乡村街部单企基车家户站段所校支大])[^，。；：各、]{0,12}$"
)
_OPENS = re.compile("(?:也|又|还|都|均|则|并|再|当[天日晚即]|随即|昨[天日晚]|今[天日]|共|先后){0,3}$")
_TOGETHER = re.compile(choice("handing.together"))
_BETWEEN = re.compile("[^，。；：\\d]{0,12}")
_JOINT = re.compile("(?:、|和|与|及|以及|还有)")


def each_of_several(scene: Scene, index: int, start: int) -> tuple[Actor, ...]:
    """Those whom the 各 in front of the figure at ``start`` of clause ``index`` means; empty for none or one."""
    clause = scene.clauses[index]
    each = _EACH.search(scene.text, clause.start, start)
    if each is None:
        return ()
    group = _joined(scene, [a for a in scene.actors if clause.start <= a.start and a.end <= each.start()])
    if group:
        between = scene.text[group[-1].end : each.start()]
        fits = _BETWEEN.fullmatch(between) and not _TOGETHER.search(between)
        return group if fits and len(group) > 1 else ()
    if not _OPENS.fullmatch(scene.text[clause.start : each.start()]):
        return ()
    for at in range(index - 1, max(index - 4, -1), -1):
        before = scene.clauses[at]
        if before.lead == "；" and at < index - 1:
            break
        if group := _joined(scene, [a for a in scene.actors if before.start <= a.start < before.end]):
            apart = len(group) > 1 and not _TOGETHER.search(scene.words(at))
            return group if apart and {a.name for a in group} == {a.name for a in scene.subjects[at]} else ()
    return ()


def _joined(scene: Scene, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The last of ``actors`` with those that stand joined to it in front."""
    group = list(actors[-1:])
    for actor in reversed(actors[:-1]):
        if not _JOINT.fullmatch(scene.text[actor.end : group[0].start]):
            break
        group.insert(0, actor)
    return tuple(group)
