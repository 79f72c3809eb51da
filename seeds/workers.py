"""Readings made in this process or in worker processes, always handed back in the order asked for.

Workers import this module alone and know neither Django nor the database: reading may be shared out, writing not.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from seeds.importing import Original
from seeds.manifests import FileProblem
from seeds.reading.drafts import Reading
from seeds.reading.problems import Problem
from seeds.reading.reader import read

logging.getLogger("jieba").setLevel(logging.WARNING)  # it tells on stderr that it opens its dictionary
_AHEAD = 2  # documents for each worker that wait for writing, so that memory stays flat over thousands


@dataclass(frozen=True, slots=True)
class Outcome:
    """The reading of a document and the seconds it took; or ``failure``, which says why there is none."""

    original: Original
    reading: Reading | None = None
    seconds: float = 0.0
    failure: FileProblem | None = None


def available_cpus() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_one(original: Original) -> Outcome:
    """The reading of ``original``. A defect of the reader is this document's failure only."""
    started = time.perf_counter()
    try:
        reading = read(original.text, original.context)
    except Exception as error:  # the reader promises never to raise: one broken promise must not stop thousands
        found = f"{type(error).__name__}: {error}"
        return Outcome(original, failure=FileProblem(original.name, Problem("reader_failed", found, "a reading")))
    return Outcome(original, reading, time.perf_counter() - started)


def read_all(originals: Iterable[Original], *, jobs: int) -> Iterator[Outcome]:
    """An outcome for each document, in their order. With ``jobs`` above 1 that many processes read ahead."""
    if jobs <= 1:
        yield from map(read_one, originals)
        return
    # A fresh interpreter for each worker: a forked one would share the open database connection.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_ctrl_c)
    waiting: deque[Future[Outcome]] = deque()
    try:
        for original in originals:
            waiting.append(pool.submit(read_one, original))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what to do with Ctrl-C
