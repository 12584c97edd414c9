"""Raw figures to figures that may be read: small numbers hidden, and others with them.

    known = known_of(figures)              # what the world has read already, and how codes add up
    protected = protect(figures, known)    # raises NotProtectable
    protected.figures                      # what pages may show: hidden ones have no value
    protected.hidden                       # the numbers behind them: for the table HiddenValue alone

How and why: docs/explanation/small-numbers.md. The mathematics: core.figures.disclosure.
"""

from relais.apps.observatory.protecting.known import Known, known_of
from relais.apps.observatory.protecting.protecting import Protected, protect
from relais.apps.observatory.protecting.refusing import NotProtectable

__all__ = ["Known", "NotProtectable", "Protected", "known_of", "protect"]
