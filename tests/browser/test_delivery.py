"""How the server delivers: compressed, hashed, kept as long as may be; and every page of the site light."""

from __future__ import annotations

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser  # without a browser, but from the same server

HEAVIEST = 50_000
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')

Answer = tuple[dict[str, str], bytes]


def get(address: str, **headers: str) -> Answer:
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip", **headers}), timeout=60) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def size(answer: Answer) -> int:
    """Bytes over the wire: body and headers."""
    headers, body = answer
    return len(body) + sum(len(name) + len(value) + 4 for name, value in headers.items())


@pytest.fixture(scope="module")
def measures(site: str) -> Answer:
    return get(f"{site}/en/measures/")


def test_pages_are_compressed(measures: Answer) -> None:
    headers, body = measures
    assert headers["content-encoding"] == "gzip"
    assert len(gzip.decompress(body)) > 3 * len(body)


def test_static_files_are_hashed_compressed_and_kept_for_years(site: str, measures: Answer) -> None:
    assets = set(ASSET.findall(gzip.decompress(measures[1]).decode()))
    assert any(asset.endswith(".css") for asset in assets)
    for asset in assets:
        assert re.search(r"\.[0-9a-f]{12}\.", asset), asset
        headers, _ = get(site + asset)
        assert "immutable" in headers["cache-control"], asset
        assert headers["x-content-type-options"] == "nosniff", asset
        assert headers.get("content-encoding") == "gzip" or int(headers["content-length"]) < 1_000, asset


def test_every_page_of_the_site_map_weighs_at_most_50_kilobytes(site: str) -> None:
    root = ElementTree.fromstring(gzip.decompress(get(f"{site}/sitemap.xml")[1]))
    addresses = [
        site + urlsplit(place.text or "").path for place in root.iter() if place.tag.endswith("}loc")
    ]
    assets: dict[str, int] = {}

    def weight(address: str) -> int:
        answer = get(address)
        for asset in (found := set(ASSET.findall(gzip.decompress(answer[1]).decode()))) - set(assets):
            assets[asset] = size(get(site + asset))
        return size(answer) + sum(assets[asset] for asset in found)

    with ThreadPoolExecutor(4) as readers:
        weights = dict(zip(addresses, readers.map(weight, addresses), strict=True))
    assert len(weights) > 300
    assert {address: weight for address, weight in weights.items() if weight > HEAVIEST} == {}
