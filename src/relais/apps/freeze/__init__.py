"""A year, frozen: one complete, immutable, versioned dataset that anyone can check, and compare with another.

Nouns: a `Freeze` is the year's dataset, its schema version and its hash; its tables are plain rows that
every room gives in its `frozen.py`. Nothing is ever replayed from history.
Neighbours: every room below that declares something. `faces.report` makes the yearly balance from a freeze
alone.
"""
