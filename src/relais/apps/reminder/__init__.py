"""What reaches people where they are: reminders and a digest by mail, a calendar of due dates, a feed of
changes.

Nouns: a `Sending` is the log of one mail to one person about one thing: with it `relais remind` is
idempotent.
Neighbours: the `due.py` of every room, the trail, accounts.
"""
