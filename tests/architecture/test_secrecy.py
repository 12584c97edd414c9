"""Nothing in version control says where it was made: no package index, no path of one machine."""

from __future__ import annotations

import re

from tests.architecture.tree import kept_files, relative

# The brackets keep this file from finding itself.
INDEX = re.compile(r"pyp[i]\.org|python[h]osted|registry\.n[p]m|--(?:extra-)?index-url[ =]http")
MACHINE = re.compile(r"(?:^|[^.\w/-])/(?:work|tmp|root|home/\w+|Users)/", re.MULTILINE)


def test_no_file_names_a_package_index_or_a_path_of_one_machine() -> None:
    found = []
    for path in kept_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        for pattern in (INDEX, MACHINE):
            found += [
                f"{relative(path)}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
                for match in pattern.finditer(text)
            ]
    assert found == []
