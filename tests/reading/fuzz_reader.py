"""Coverage-guided fuzzing of the whole reader: ``python -m tests.reading.fuzz_reader --minutes 60``.

Needs atheris (``pip install atheris``), which is no part of the test packages: it is large and asked for rarely. Texts
are dealt out of lines of annotated pages, pieces that mean something to the reader, and raw characters; the fuzzer
keeps what reaches new code. Ends with an error, and the text, at the first crash, lost or doubled character, or fact
whose words are not where it says.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time

from seeds.reading.drafts import Context, Place, Reading
from tests.reading.odd_texts import PIECES, check_whole
from tests.reading.page_sets import annotated
from tests.reading.scoring import folded

_LONGEST = 4000  # bytes of an input
_RAW = 12  # characters of a stretch of raw text


def check_facts(reading: Reading) -> None:
    """Every fact names an article that is there, and words that lie in its text."""
    facts = reading.facts
    places: list[Place] = [mention.place for mention in facts.mentions]
    for fact in (*facts.measures, *facts.disbursements):
        assert fact.evidence and 0 <= fact.confidence <= 1
        places += fact.evidence
    for place in places:
        part = reading.pages.articles[place.article].part(place.part)
        assert part is not None and 0 <= place.span.start < place.span.end <= len(part.text)
    for mention in facts.mentions:
        part = reading.pages.articles[mention.place.article].part(mention.place.part)
        assert part is not None and folded(mention.surface) == folded(mention.place.span.of(part.text))
    for disbursement in facts.disbursements:
        assert disbursement.part_of is None or 0 <= disbursement.part_of < len(facts.disbursements)


def main() -> None:
    """Fuzz for as long as asked; 1 is the exit code of a finding."""
    parser = argparse.ArgumentParser(description="Coverage-guided fuzzing of the reader.")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long (1 if not given)")
    seconds = int(parser.parse_args().minutes * 60)
    try:
        import atheris  # noqa: PLC0415 - optional
    except ImportError:
        sys.exit("fuzzing needs atheris: pip install atheris")
    with atheris.instrument_imports(include=["seeds.reading"]):
        from seeds.reading.reader import read  # noqa: PLC0415 - instrumented while it is imported

    lines = [line for name in ("documents", "practice") for page in annotated(name) for line in page.text.split("\n")]
    started, runs = time.monotonic(), 0

    def text_of(given: bytes) -> str:
        source = atheris.FuzzedDataProvider(given)
        pieces: list[str] = []
        while source.remaining_bytes() > 1:
            match source.ConsumeIntInRange(0, 3):
                case 0:
                    pieces.append(PIECES[source.ConsumeIntInRange(0, len(PIECES) - 1)])
                case 1:
                    pieces.append(source.ConsumeUnicodeNoSurrogates(source.ConsumeIntInRange(0, _RAW)))
                case 2:
                    line = lines[source.ConsumeIntInRange(0, len(lines) - 1)]
                    pieces.append(line[: source.ConsumeIntInRange(0, len(line))])
                case _:
                    pieces.append(lines[source.ConsumeIntInRange(0, len(lines) - 1)] + "\n")
        return "".join(pieces)

    def one(given: bytes) -> None:
        nonlocal runs
        runs += 1
        text = text_of(given)
        try:
            reading = read(text, Context())
            check_whole(text, reading.pages)
            check_facts(reading)
        except Exception:
            print(f"after {runs:,} runs, the text was {text!r}", flush=True)
            raise
        if time.monotonic() - started > seconds:
            print(f"{runs:,} runs in {seconds / 60:.0f} minutes, nothing found", flush=True)
            os._exit(0)  # to the fuzzer any exception is a finding

    options = (f"-max_len={_LONGEST}", "-len_control=0", "-timeout=60", f"-artifact_prefix={tempfile.gettempdir()}/")
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
