"""Every address of the house. Pages carry the language; the API and machine files do not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import pgettext_lazy

from relais.apps.accounts.door import provider_urlpatterns
from relais.faces.api.main import api
from relais.faces.api.views import docs
from relais.faces.site import views as site

urlpatterns = [
    path("", site.front_door, name="front-door"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("api/v1/", api.urls),
    path("account/provider/", include(provider_urlpatterns)),
    *i18n_patterns(
        path("", site.home, name="home"),
        path(pgettext_lazy("address", "search/"), site.search, name="search"),
        path(pgettext_lazy("address", "about/"), site.about, name="about"),
        path(pgettext_lazy("address", "accessibility/"), site.accessibility, name="accessibility"),
        path(pgettext_lazy("address", "components/"), site.components, name="components"),
        path("api/", docs, name="api"),
        path("account/", include("relais.apps.accounts.door")),
        *(
            path("", include(f"relais.{room}.urls"))
            for room in (
                "apps.audit",
                "apps.accounts",
                "apps.observatory",
                "apps.plan",
                "apps.coordination",
                "apps.reporting",
                "apps.consultation",
                "apps.meeting",
                "apps.freeze",
                "apps.reminder",
                "apps.check",
                "faces.report",
            )
        ),
    ),
]

handler403 = "relais.faces.site.views.forbidden"
handler429 = "relais.faces.site.views.too_many"
handler404 = "relais.faces.site.views.not_found"
handler500 = "relais.faces.site.views.server_error"
