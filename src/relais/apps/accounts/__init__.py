"""People, the organisations they act for, and what their role lets them do.

Nouns: a `User` is a person who signs in; an `Organisation` acts, owns and answers; a `Membership` is a role
of a person in an organisation; `Who` is the person behind a request, as plain data, for every permission.
Neighbours: audit (the trail). Every room above asks `permissions.require` before it acts.
"""
