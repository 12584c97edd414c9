"""A year that never was, told through the very acts that people use; every row of it is marked as fiction.

Nouns: the `Cast` are made-up organisations and the people who act for them; the `clock` of this process
is set to the day of each act; `tell` is the year itself. Nothing here is a claim about any real body.
"""
