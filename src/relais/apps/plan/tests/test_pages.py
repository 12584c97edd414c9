import re

import pytest
from django.utils.html import escape
from django.utils.translation import override

from relais.apps.plan import models as m
from relais.apps.plan.chains import overview

pytestmark = pytest.mark.django_db


def words_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_measure_shows_its_summary_actors_and_links_both_ways_with_reasons(client, language):
    with override(language):
        measure = m.Measure.objects.get(number=61)
        page = words_of(client, measure.get_absolute_url())
        assert escape(str(measure.title)) in page and escape(str(measure.summary)) in page
        for link in [*measure.links_out.all(), *measure.links_in.all()]:
            assert escape(str(link.reason)) in page
            other = link.target if link.source_id == measure.pk else link.source
            assert other.get_absolute_url() in page


def test_official_wording_is_shown_apart_in_its_language_or_said_to_be_absent(client):
    measure = m.Measure.objects.get(number=16)
    with override("fr"):
        address = measure.get_absolute_url()
    assert "blockquote" not in words_of(client, address)
    for letter in ["", "a", "b"]:
        m.OfficialText.objects.create(
            measure=measure, letter=letter, language="nl", words=f"Officieel {letter}.", page=9, line=7
        )
    page = words_of(client, address)
    assert re.search(r'<blockquote lang="nl">.*Officieel \..*Officieel a\..*Officieel b\.', page, re.DOTALL)


def test_rows_of_each_noun_are_counted_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        counted = m.counts()
    assert counted == {model.__name__: model.objects.count() for model in m.NOUNS}


def test_themes_for_which_the_annex_names_nobody_say_so(client):
    for number, said in [(13, True), (14, True), (12, False)]:
        page = words_of(client, f"/en/themes/{number}/")
        assert ("names nobody for it" in page) is said


def test_titles_of_the_2021_plan_that_were_not_found_are_shown_as_not_found(client):
    page = words_of(client, "/en/documents/plan-2021/")
    assert page.count("title not found") == 19


def test_a_text_in_another_language_is_marked_with_it(client):
    page = words_of(client, "/fr/documents/plan-2021/")
    title = m.EarlierAction.objects.get(number="9").title
    assert f'<span lang="nl">{escape(title["nl"])}</span>' in page


def test_the_annex_keeps_its_own_wording(client):
    page = words_of(client, "/en/themes/8/")
    for entry in m.AnnexEntry.objects.filter(theme__number=8):
        assert escape(entry.wording) in page


def test_an_actor_shows_all_that_is_asked_of_it_across_themes(client):
    page = words_of(client, "/en/actors/actiris/")
    for address in [
        "/en/measures/16/",
        "/en/measures/18/",
        "/en/measures/29/",
        "/en/themes/1/",
        "/en/themes/11/",
    ]:
        assert f'href="{address}"' in page


def test_a_fragment_for_htmx_is_the_same_list_without_the_page(client):
    whole = words_of(client, "/en/measures/?theme=8")
    fragment = client.get("/en/measures/?theme=8", headers={"HX-Request": "true"})
    assert "<html" not in fragment.content.decode()
    assert fragment["Vary"].startswith("HX-Request") or "HX-Request" in fragment["Vary"]
    numbers = re.compile(r'href="/en/measures/(\d+)/"')
    assert numbers.findall(fragment.content.decode()) == numbers.findall(whole)


def test_the_table_twin_has_every_link_of_the_chain(client):
    page = words_of(client, "/en/chain/")
    for link in m.Link.objects.all():
        assert escape(str(link.reason["en"])) in page


def test_the_drawing_has_every_measure_once_and_dots_for_decimals(client):
    drawing = re.search(r"<svg class=\"drawing.*?</svg>", words_of(client, "/nl/keten/"), re.DOTALL)[0]
    assert sorted(map(int, re.findall(r'class="node-number"[^>]*>(\d+)<', drawing))) == list(range(1, 101))
    assert not re.search(r'="\d+,\d', drawing)


def test_a_link_of_low_confidence_moves_no_ranking():
    before = overview(m.Measure.objects.whole())
    ends = {"source": m.Measure.objects.get(number=98), "target": m.Measure.objects.get(number=90)}
    link = m.Link.objects.create(
        **ends, kind="enables", origin="editorial", confidence="low", reason={"nl": "Een reden."}
    )
    assert overview(m.Measure.objects.whole()) == before
    link.confidence = "medium"
    link.save()
    assert overview(m.Measure.objects.whole()).chain != before.chain


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_the_plan_can_be_taken_as_a_file(client, kind):
    response = client.get(f"/en/download/plan.{kind}")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]


def test_a_file_of_another_kind_does_not_exist(client):
    assert client.get("/en/download/plan.exe").status_code == 404
