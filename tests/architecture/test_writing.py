"""Only actions.py (or the modules of a folder actions/) and loader.py write to the database."""

from __future__ import annotations

import pytest
from django.apps import apps

from tests.architecture.tree import is_in, modules, relative
from tests.architecture.writing import writes

MAY_WRITE = {"actions.py", "loader.py"}

# openpyxl saves a workbook to a file in memory: no database is meant.
NOT_A_DATABASE = dict.fromkeys(
    ("src/relais/apps/sheets/files.py", "src/relais/apps/sheets/working.py"), "book.save"
)


def relations() -> set[str]:
    """The names of all relations between many."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    several = (field for field in fields if field.many_to_many or field.one_to_many)
    return {getattr(field, "get_accessor_name", lambda field=field: field.name)() for field in several}


def test_only_actions_and_loaders_write() -> None:
    found = [
        f"{relative(path)}:{line}: {code}"
        for path in modules()
        if path.name not in MAY_WRITE and path.parent.name != "actions" and not is_in(path, "tests")
        for line, code in writes(path.read_text(encoding="utf-8"), relations())
        if not code.startswith(NOT_A_DATABASE.get(relative(path), "\0"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Measure.objects.create(number=1)",
        "Measure._default_manager.filter(number=1).update(kind='x')",
        "found.update(kind='x', page=2)",
        "rows.bulk_create(made)",
        "measure.save()",
        "measure.delete()",
        "measure.actors.add(actor)",
        "actor.measures.clear()",
        "await Measure.objects.acreate(number=1)",
    ],
)
def test_a_write_is_seen(code: str) -> None:
    source = f"async def f():\n    {code}" if code.startswith("await") else code
    assert len(list(writes(source, relations()))) == 1


@pytest.mark.parametrize(
    "code",
    ["seen.add(1)", "self.seen.add(1)", "counter.update(words)", "found.update({'a': 1})", "names.clear()"],
)
def test_what_changes_no_row_is_left_alone(code: str) -> None:
    assert list(writes(code, relations())) == []
