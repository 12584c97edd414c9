"""One fictional row for every kind of page that needs one, in the test database and in the served site.

`python -m tests.examples` makes them in the database of the environment.
"""

from __future__ import annotations


def make_all() -> None:
    """Django is set up, and data/ is loaded."""
    from relais.apps.consultation.tests.make import make_example as make_example_consultation
    from relais.apps.coordination.tests.make import make_examples
    from relais.apps.freeze.tests.make import make_standing_freeze
    from relais.apps.meeting.tests.make import make_example as make_example_meeting
    from relais.apps.observatory.tests.make import make_standing_publication
    from relais.apps.reporting.tests.make import make_example as make_example_reporting

    make_examples()
    make_example_consultation()
    make_example_meeting()
    make_example_reporting()
    make_standing_freeze(year=2025)
    make_standing_publication(year=2025)


if __name__ == "__main__":
    import django

    django.setup()
    make_all()
