"""What reaches people where they are: their tasks, reminders and a digest by mail, a calendar of due dates, a
feed of changes.

Nouns: a `Sending` is the log of one reminder to one person about one thing: with it `relais remind` is
idempotent. A `Preference` says which mails a person wants; a `CalendarKey` opens their private calendar.
Neighbours: the `due.py` of every room, the trail, accounts. Nothing is kept of readers.
"""
