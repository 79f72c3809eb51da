"""What the figures in docs/performance.md are made with: one module for each question.

Each is run as ``python -m benchmarks.NAME [--size N] [--runs N] [--json]`` and measures ours and its rivals in one
run, each in a process of its own, by CPU time with start-up left aside. Ratios come first: they carry over to other
machines, seconds do not.
"""
