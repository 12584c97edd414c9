import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relais.core.texts.problem import FileProblems
from relais.core.texts.yaml import read_yaml

keys = st.text("abcdefghijklmnop", min_size=1, max_size=6)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(categories=["L", "N", "P", "Zs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def read(tmp_path, text: str):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path)


@given(value=st.dictionaries(keys, values, min_size=1))
def test_what_was_written_is_what_is_read(tmp_path_factory, value):
    text = yaml.safe_dump(value, allow_unicode=True)
    assert read(tmp_path_factory.mktemp("yaml"), text).value == value


def test_yaml_1_1_words_are_words(tmp_path):
    source = read(tmp_path, "on: yes\noff: no\ndate: 2020-11-19\nsexagesimal: 1:30\n")
    assert source.value == {"on": "yes", "off": "no", "date": "2020-11-19", "sexagesimal": "1:30"}


def test_every_value_keeps_its_line_and_a_missing_one_that_of_its_holder(tmp_path):
    source = read(tmp_path, "title:\n  nl: een\n  fr: un\nparts:\n  - letter: a\n  - letter: b\n")
    assert source.line(("title", "fr")) == 3
    assert source.line(("parts", 1, "letter")) == 6
    assert source.line(("title", "en")) == 1


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "twice"),
        ("a: [1, 2\nb: 3\n", 2, "not YAML"),
        ("a: &x 1\nb: *x\n", 1, "anchors"),
        ("a: !!python/object:os.system 1\n", 1, "not allowed"),
        ("", 0, "empty"),
    ],
)
def test_what_is_not_strict_yaml_is_refused_with_its_line(tmp_path, text, line, why):
    with pytest.raises(FileProblems) as refused:
        read(tmp_path, text)
    [problem] = refused.value.problems
    assert problem.line == line
    assert why in problem.why


def test_a_missing_file_and_a_file_in_another_encoding_are_refused(tmp_path):
    with pytest.raises(FileProblems, match="missing"):
        read_yaml(tmp_path / "nowhere.yaml")
    (tmp_path / "latin.yaml").write_bytes("a: crèche".encode("latin-1"))
    with pytest.raises(FileProblems, match="UTF-8"):
        read_yaml(tmp_path / "latin.yaml")
