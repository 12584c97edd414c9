"""Reforms: what if this amount, this rule were another one? Each is a small file that can be reviewed.

Nouns: a *reform* is a file with, from a day on, amounts that change, rules that are replaced and rules that
are added (`file`; `verified` for its rules, which nobody has to trust). A book with a reform is another book
(`applying`, `amending` for one amount); the first stays as it is. Everything that a reform brings is
*supposed*: no law and in no source, and marked so wherever it shows.
"""
