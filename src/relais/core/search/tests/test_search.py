from hypothesis import given
from hypothesis import strategies as st

from relais.core.search.facets import narrow
from relais.core.search.folding import LONGEST_QUERY, fold, has_all, terms

COLOURS, SIZES = ("red", "blue"), ("s", "m", "l")
items = st.lists(st.tuples(st.sets(st.sampled_from(COLOURS)), st.sampled_from(SIZES)), max_size=20)
choice = st.fixed_dictionaries(
    {"colour": st.lists(st.sampled_from([*COLOURS, "unknown"])), "size": st.lists(st.sampled_from(SIZES))}
)
FACETS = {"colour": lambda item: item[0], "size": lambda item: (item[1],)}


@given(items, choice)
def test_the_count_of_an_option_is_what_choosing_it_alone_in_its_facet_shows(listed, chosen):
    counts = narrow(listed, FACETS, chosen).counts
    for name, options in (("colour", COLOURS), ("size", SIZES)):
        for option in options:
            assert counts[name][option] == len(narrow(listed, FACETS, {**chosen, name: [option]}).items)


@given(items, choice)
def test_facets_add_up_with_and_and_options_with_or(listed, chosen):
    kept = narrow(listed, FACETS, chosen).items
    for item in listed:
        wanted = all(not c or set(c) & set(FACETS[name](item)) for name, c in chosen.items())
        assert (item in kept) == wanted


def test_no_choice_keeps_everything_and_an_unknown_option_gives_nothing():
    listed = [({"red"}, "s"), (set(), "m")]
    assert narrow(listed, FACETS, {}).items == listed
    assert narrow(listed, FACETS, {"colour": ["unknown"]}).items == []


def test_words_are_found_without_accents_or_capitals_from_their_beginning():
    assert has_all(terms("CRÈCHE d'etat"), fold("Des crèches d’État"))
    assert not has_all(terms("eche"), fold("crèche"))


@given(st.text())
def test_folding_twice_is_folding_once(words):
    assert fold(fold(words)) == fold(words)


@given(st.text(max_size=5_000))
def test_any_query_gives_a_bounded_search(words):
    assert sum(map(len, terms(words))) <= 4 * LONGEST_QUERY * 4
