"""Several processes on one database: one is killed in the middle, or two do the same thing at once.

`house` starts them and looks on, `halting` stops one where it is told to, and `child` is what they do for the
tests of this folder. Rooms whose own acts are killed have a child of their own.
"""
