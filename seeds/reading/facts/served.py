"""Services as gifts: what was done for people, free of charge or counted, and work that is counted by what was done."""

from __future__ import annotations

import re

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts.gift_maker import make_gift
from seeds.reading.facts.goods import Goods, find_goods
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.services import Service, find_free, find_services, find_tasks, may_be_free

_TIMES_SO_FAR = re.compile(
    r"已(?!经济)|[到至][\d月]{1,5}日|以来|来，|截至|累计|先后|共(?!同)|[天周月年日]里|年来|在这里|[一两二三四五六七八九十\d][天周](?=接诊|义诊|坐诊|巡诊|看了)"
)
_SO_FAR = re.compile("已(?!经济)|到[\\d月]{1,5}日|以来|[天日周月]里")
_FREE_FOR = re.compile("(?:免费|义务|无偿)(?:地)?[为给替对向]")
_DONE = re.compile("(?P<act>(?![发送供提赠配捐拨运])[\u4e00-\u9fff]{2,10})(?=[，。；]|$|\\d)")


def read_services(scene: Scene, index: int) -> None:
    clause = scene.clauses[index]
    if scene.ruled or scene.asked or not (clause.quantities or may_be_free(scene.text, clause)):
        return
    found = list(find_services(scene.text, clause))
    free = None if found or clause.amounts else find_free(scene.text, clause) or _free_for(scene, index)
    free = None if free and find_goods(scene.text, clause) else free
    for service in [*found, free] if free else found:
        governed = scene.verb(index, service.start, service.end)
        receiver = scene.receiver(index, governed, service.start, unit=None)
        count, unit = service.count, service.unit
        if count is None and receiver:
            receiver = receiver if receiver.count else _counted_behind(scene, index, service) or receiver
            count, unit = receiver.count, receiver.unit
        last = scene.memory.gifts[-1] if scene.memory.gifts else None
        paid = last and last.sentence == scene.number and last.form == "cash" and not scene.subjects[index]
        if not count or (paid and unit != "人次"):
            continue
        gift = make_gift(scene, index, governed, receiver, service.start, service.end)
        if gift:
            gift.form, gift.goods = "service", (service.goods,)
            gift.bound = receiver.bound if receiver and service.count is None else service.bound
            gift.count, gift.count_unit = count, unit
            gift.status = "disbursed" if gift.status == "committed" else gift.status
            if unit == "人次" and gift.basis == "single":
                start = scene.clauses[max(0, index - 1)].start
                gift.basis = "cumulative" if _TIMES_SO_FAR.search(scene.text, start, service.end) else "single"
            scene.memory.gifts.append(gift)


def _counted_behind(scene: Scene, index: int, service: Service) -> Receiver | None:
    """Those whom the words of ``service`` count behind it: 为资兴免费培训技工300人."""
    return next((r for r in scene.receivers[index] if r.count and r.start >= service.start), None)


def _free_for(scene: Scene, index: int) -> Service | None:
    """What stands behind those it is done for: 免费为86名环卫工装配假肢."""
    clause = scene.clauses[index]
    told = _FREE_FOR.search(scene.text, clause.start, clause.end)
    if told is None:
        return None
    receiver = next((r for r in scene.receivers[index] if r.count and r.words and r.end > told.end()), None)
    if receiver is None or (at := scene.text.find(receiver.words, told.end(), clause.end)) < 0:
        return None
    act = _DONE.match(scene.text, at + len(receiver.words), clause.end)
    if act is None:
        return None
    goods = Goods(ItemDraft(act["act"], None, None), "exact", act.start("act"), act.end("act"))
    return Service(goods, None, None, told.start(), act.end())


def read_tasks(scene: Scene, index: int) -> bool:
    """Adds work done for others that clause ``index`` counts; True when there was any."""
    clause = scene.clauses[index]
    if scene.ruled or scene.asked or not clause.quantities:
        return False
    words = scene.text[scene.clauses[0].start : scene.clauses[min(index + 2, len(scene.clauses) - 1)].end]
    added = [_add_task(scene, index, task) for task in find_tasks(scene.text, clause, words)]
    return any(added)


def _add_task(scene: Scene, index: int, task: Service) -> bool:
    governed = scene.verb(index, task.start, task.end)
    receiver = scene.receiver(index, governed, task.start, unit=None)
    gift = make_gift(scene, index, governed, receiver, task.start, task.end)
    if gift is None:
        return False
    gift.form, gift.goods, gift.bound = "service", (task.goods,), task.goods.bound
    if gift.part_of and gift.part_of.sentence != scene.number:
        gift.basis, gift.part_of = "single", None  # the shares of the sentence before were sums
    if gift.basis == "single" and _SO_FAR.search(scene.text, scene.clauses[max(0, index - 1)].start, task.end):
        gift.basis = "cumulative"
    gift.status = "disbursed" if gift.status == "committed" else gift.status
    scene.memory.gifts.append(gift)
    return True
