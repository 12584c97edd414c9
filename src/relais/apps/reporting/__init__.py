"""The yearly round: every action is asked for a report, and two voices stand side by side.

Nouns: a `Round` has a period and a due date; a `Report` answers the five standing questions for one action
in one round (draft, submitted, returned, validated; locked when the round closes); `Evidence` backs it, as
a link or a file; a `Statement` is the owner's or the observer's voice on an action or a theme, signed and
dated.
Neighbours: coordination (actions), accounts, audit. Offers `due`, `frozen` and `slots` to rooms above and
below.
"""
