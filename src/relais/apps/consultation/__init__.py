"""Asking for opinions, and answering every one of them.

Nouns: a `Consultation` on the plan, a theme, a measure or a draft action has `Stage`s with dates and
`Invitee`s; a `Point` is what is put to opinion; an `Opinion` takes position on a point, with its proposed
wording; the authority's `Answer` to each (accepted, in part, rejected, with reason) leads to a `Change` that
is traceable both ways. What may be done when follows from the stages and the day alone (`stages`).
Of the public nothing is kept but their words: no name, no address, no e-mail; a moderator reads before
anything is shown (`personal` warns of what points to a person).
Neighbours: coordination, plan, accounts, audit, sheets. Offers `due`, `frozen` and `slots`.
"""
