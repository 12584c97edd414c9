"""Tests that sign in a hundred times need no slow hash."""

import pytest


@pytest.fixture(autouse=True)
def quick_hash(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
