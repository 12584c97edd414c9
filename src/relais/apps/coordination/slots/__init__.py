"""What coordination shows on pages of the rooms below: measures, actors, themes, the home page."""

from relais.apps.coordination.slots import actions, asking, blocking, earlier

__all__ = ["actions", "asking", "blocking", "earlier"]
