"""Asking for opinions, and answering every one of them.

Nouns: a `Consultation` on the plan, a theme, a measure or a draft action has `Stage`s with dates and
`Invitee`s; a `Point` is what is put to opinion; an `Opinion` takes position on a point, with its proposed
wording; the authority's `Answer` to each (accepted, in part, rejected, with reason) leads to a change that
is traceable both ways.
Neighbours: coordination, plan, accounts, audit. Offers `due`, `frozen` and `slots`.
"""
