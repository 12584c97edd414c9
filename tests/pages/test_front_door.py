"""The address without a language: to the reader's own, and no cookie remembers it."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("fr-BE", "fr"), ("nl", "nl"), ("en-GB,fr;q=0.5", "en"), ("de-BE", "nl"), ("", "nl"), ("*;q=x", "nl")],
)
def test_front_door_leads_to_the_readers_language(client: Client, wanted: str, language: str) -> None:
    response = client.get("/", headers={"Accept-Language": wanted})
    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies
