"""The catalogue as a portal reads it: RDF that holds against the shapes of DCAT-AP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as house_settings
from django.test import Client
from django.utils.translation import override
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

from relais.apps.languages.addresses import address
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.observatory.models import Indicator, Source

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of rdflib and pyshacl among themselves
]

SHAPES = Path(__file__).with_name("shapes.ttl")


@pytest.fixture
def house() -> None:
    load_observatory(read_observatory(house_settings.DATA))


def catalogue(client: Client, language: str = "en") -> bytes:
    with override(language):
        response: Any = client.get(address("observatory:figures-file", "jsonld"))
        return b"".join(response.streaming_content)


def graph(content: bytes) -> Graph:
    return Graph().parse(data=content, format="json-ld")


def conforms(content: bytes) -> tuple[bool, str]:
    agrees, _found, said = validate(graph(content), shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    return agrees, said


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_catalogue_holds_against_the_shapes(client: Client, language: str) -> None:
    agrees, said = conforms(catalogue(client, language))
    assert agrees, said


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("lost", ["dct:title", "dct:description", "dcat:distribution", "dct:temporal"])
def test_a_dataset_that_lacks_what_is_mandatory_does_not(client: Client, lost: str) -> None:
    said = json.loads(catalogue(client))
    del said["dcat:dataset"][0][lost]
    assert not conforms(json.dumps(said).encode())[0]


@pytest.mark.usefixtures("house")
def test_every_indicator_with_figures_is_a_dataset_and_its_files_are_there(client: Client) -> None:
    read = graph(catalogue(client))
    live = {
        URIRef(f"http://localhost:8000/api/v1/figures/indicators/{slug}")
        for slug in Indicator.objects.filter(standing="live").values_list("slug", flat=True)
    }
    assert set(read.subjects(RDF.type, DCAT.Dataset)) == live
    for there in set(read.objects(None, DCAT.downloadURL)):
        assert client.get(str(there).removeprefix("http://localhost:8000")).status_code == 200
    for dataset in live:
        assert client.get(str(dataset).removeprefix("http://localhost:8000")).status_code == 200


@pytest.mark.usefixtures("house")
def test_where_and_who_are_told_and_a_licence_only_where_a_source_names_one(client: Client) -> None:
    read = graph(catalogue(client))
    places = {str(place) for place in read.objects(None, DCTERMS.spatial)}
    assert "http://data.europa.eu/nuts/code/BE1" in places
    assert not list(read.objects(None, DCTERMS.license))
    Source.objects.update(licence="CC BY 4.0")
    assert list(graph(catalogue(client)).objects(None, DCTERMS.license))


@pytest.mark.usefixtures("house")
def test_a_contact_is_told_only_where_there_is_an_address(client: Client, settings: Any) -> None:
    assert not list(graph(catalogue(client)).objects(None, DCAT.contactPoint))
    settings.DEFAULT_FROM_EMAIL = "The cell <cell@example.org>"
    assert list(graph(catalogue(client)).objects(None, DCAT.contactPoint))
    assert b"The cell" in catalogue(client)
