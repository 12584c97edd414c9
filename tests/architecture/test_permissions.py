"""The matrix of permissions speaks of every act and every private page, and of nothing else."""

from __future__ import annotations

from collections import Counter

from tests.pages.routes import private_pages
from tests.permissions import page
from tests.permissions.matrix import lines, predicates

ADD = "see tests/permissions/__init__.py: how to add a row"


def test_every_predicate_of_every_room_is_in_the_matrix() -> None:
    assert set(predicates()) - {line.what for line in lines()} == set(), ADD


def test_every_private_page_is_in_the_matrix() -> None:
    assert set(private_pages()) - {line.page for line in lines() if line.is_page} == set(), ADD


def test_the_matrix_speaks_of_nothing_that_is_not_there() -> None:
    written = {line.what for line in lines()}
    assert written - set(predicates()) - {f"page {name}" for name in private_pages()} == set()


def test_no_line_is_written_twice() -> None:
    counted = Counter((line.what, line.case) for line in lines())
    assert [line for line, count in counted.items() if count > 1] == []


def test_the_page_of_permissions_is_made_from_the_matrix_as_it_is() -> None:
    assert page.FILE.read_text("utf-8") == page.page(), "run .venv/bin/python -m tests.permissions.page"
