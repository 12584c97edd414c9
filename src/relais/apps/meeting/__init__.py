"""The referents' group and task forces: who met, who was there, what was decided, what is overdue.

Nouns: a `Group` meets at least every so many months; a `Meeting` has a date and `Attendance` by
organisation; a `Resolution` touches measures or actions.
Neighbours: coordination, plan, accounts, audit. Offers `due`, `frozen` and `slots`.
"""
