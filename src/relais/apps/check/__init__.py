"""What a family is entitled to: the catalogue of `core.rights` on pages, on the command line and by file.

Nouns: a *household file* is a family written down by a program or a person; a *check* is a family told answer
by answer. Nothing is kept of either: there is no table here, and there never is one.
Neighbours: `core.rights` knows the law; this room asks, and shows what it says.
"""
