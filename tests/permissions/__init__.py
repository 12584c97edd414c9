"""Who may do what, written down once and tested cell by cell.

`matrix.csv` is the truth that people read: one line an act or a page, one column a role. It is tested by
tests/architecture/test_permissions.py (nothing is missing), tests/pages/test_permissions.py (every cell is
so), and shown as docs/reference/permissions.md.

To add a row, when a test says that one is missing:
1. A predicate: `room.can_x,case,no,yes,no,yes,no,yes,no`. Its rows come from `tests/cases.py` of that room:
   `CASES["case"]` is a function of the Stage that gives what the predicate takes after `who`. A predicate of
   `who` alone needs no case. Several cases of one predicate are several lines.
2. A private page: `page room:name,,sign in,yes,…`. A page whose address has arguments needs
   `PAGES["room:name"]` in that `cases.py`: a function of the Stage that gives those arguments. A page may
   have several lines when `case` names one of several `PAGES["room:name: case"]`.
   Cells of pages: yes (200), no (403), sign in (302 to the door), not found (404), elsewhere (a redirect),
   form only (405).
3. `.venv/bin/python -m tests.permissions.page` writes the page anew.
Columns: a reader without account; a member of the organisation that the row belongs to, and of another; the
cell, an observer, an administrator, each in an organisation of their own; a referent of the organisation
that the row belongs to.
"""
