"""Benchmarks: `make bench` prints one table a subject. Figures, never a test."""
