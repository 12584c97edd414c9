"""The trail: who did what, for which organisation, on what, before and after, and why. Append-only.

Nouns: an `Event` is one act; its `Subject`s name what it touched ("measure:16"); a `Verb` is a kind of act
with its words in the public change log. Every act writes exactly one event, in the same transaction
(actions.py).
Neighbours: languages (words). Rooms above declare their verbs in `verbs.py` and write through `record`,
`change`.
"""
