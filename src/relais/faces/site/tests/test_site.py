import pytest
from django.utils.translation import override

from relais.faces.site.finding import find

pytestmark = pytest.mark.django_db


def test_search_finds_pages_of_every_kind_with_titles_first():
    groups = {str(g.name): g.results for g in find("actiris")}
    assert len(groups) >= 3
    [first, *_] = groups["Actors"] if "Actors" in groups else next(iter(groups.values()))
    assert "ctiris" in str(dict(first.title))


@pytest.mark.parametrize(
    "words", ["risico op armoede", "risque de pauvreté", "risk of poverty", "60 % of the median"]
)
def test_search_finds_an_indicator_in_every_language_by_name_and_by_meaning(words):
    with override("en"):
        groups = {str(group.name): group.results for group in find(words)}
        assert "/en/figures/poverty-risk/" in {found.address for found in groups["Figures"]}


def test_search_without_words_finds_nothing_and_with_nonsense_says_so(client):
    assert find("") == find("   ") == find("\x00") == []
    page = client.get("/en/search/?q=xyzzyq").content.decode()
    assert "Nothing here has" in page


def test_the_front_door_follows_the_browser_and_keeps_nothing(client):
    for asked, address in [("fr-BE,fr;q=0.9", "/fr/"), ("en", "/en/"), ("de", "/nl/"), ("", "/nl/")]:
        response = client.get("/", headers={"Accept-Language": asked})
        assert (response.status_code, response["Location"]) == (302, address)
        assert "Accept-Language" in response["Vary"]
        assert not response.cookies


def test_the_site_map_names_every_measure_in_every_language(client):
    listed = client.get("/sitemap.xml").content.decode()
    for address in ["/nl/maatregelen/100/", "/fr/mesures/100/", "/en/measures/100/", "/fr/acteurs/actiris/"]:
        assert f"{address}</loc>" in listed


def test_home_counts_only_what_is_in_the_plan(client):
    from relais.apps.plan.models import Term, counts

    Term.objects.all().delete()
    page = client.get("/en/").content.decode()
    for noun in ("Theme", "Measure", "Actor", "Link", "Demand"):
        assert f"<dd>{counts()[noun]}</dd>" in page
