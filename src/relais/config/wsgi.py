"""The server's entry point: `gunicorn relais.config.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

application = get_wsgi_application()
