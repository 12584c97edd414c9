"""The rights for programs: what is read, and a household evaluated of which nothing is kept."""

from relais.apps.check.api.routes import router

__all__ = ["router"]
