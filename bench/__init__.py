"""Benchmarks: `make bench` prints one table a subject. Figures, never a test: a machine is never the same twice."""
