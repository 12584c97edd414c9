"""The acts of the observatory: proposing figures, judging what another did, publishing a year."""

from relais.apps.observatory.actions.judging import accept_release, refuse_release
from relais.apps.observatory.actions.proposing import SameFile, only_trying, propose_release

__all__ = ["SameFile", "accept_release", "only_trying", "propose_release", "refuse_release"]
