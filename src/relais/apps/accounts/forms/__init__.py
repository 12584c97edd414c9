"""Forms: what every act asks, and what people, invitations and organisations ask besides."""

from relais.apps.accounts.forms.act import ActForm

__all__ = ["ActForm"]
