"""Who does what by when: asking actors, actions that answer measures, what blocks them, what that holds up.

Nouns: an `Ask` asks an actor to carry a measure, an `AskAnswer` is its dated reply; an `Action` answers
measures (it is not a measure: the advice's text never changes) and has owners, milestones, budgets,
requests to another level, data gaps, blockers and gates. Four axes stay apart: decision, phase, timeliness,
completion; and result is never merged with any of them.
Neighbours: plan (measures, actors), accounts (who), audit (the trail), core.chain (propagation, what-if).
Rooms above: reporting, consultation, meeting, freeze, reminder.
"""
