"""The pages of the sign-in library that this house uses, one by one: what is not named here does not exist.

Not here: sign-up, e-mail addresses, telephone, connected accounts. What they show is in our own templates
(account/, mfa/, socialaccount/), and no cache keeps any of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import URLPattern, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

View = Callable[..., Any]

own_page: View = RedirectView.as_view(pattern_name="accounts:me")


def _page(route: str, view: View, name: str) -> URLPattern:
    return path(route, never_cache(view), name=name)


urlpatterns = [
    _page("login/", account.login, "account_login"),
    _page("logout/", account.logout, "account_logout"),
    _page("inactive/", account.account_inactive, "account_inactive"),
    _page("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    _page("password/change/", account.password_change, "account_change_password"),
    _page("password/set/", account.password_set, "account_set_password"),
    _page("password/reset/", account.password_reset, "account_reset_password"),
    _page("password/reset/sent/", account.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        never_cache(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    _page("password/reset/done/", account.password_reset_from_key_done,
          "account_reset_password_from_key_done"),
    _page("second-factor/", own_page, "mfa_index"),
    _page("second-factor/code/", mfa.authenticate, "mfa_authenticate"),
    _page("second-factor/code-again/", mfa.reauthenticate, "mfa_reauthenticate"),
    _page("second-factor/app/", totp.activate_totp, "mfa_activate_totp"),
    _page("second-factor/app/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _page("second-factor/recovery-codes/", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
    _page("second-factor/recovery-codes/new/", recovery.generate_recovery_codes,
          "mfa_generate_recovery_codes"),
    _page("second-factor/recovery-codes/file/", recovery.download_recovery_codes,
          "mfa_download_recovery_codes"),
    _page("passkeys/", own_page, "mfa_list_webauthn"),
    _page("passkeys/add/", webauthn.add_webauthn, "mfa_add_webauthn"),
    _page("passkeys/sign-in/", webauthn.login_webauthn, "mfa_login_webauthn"),
    _page("passkeys/again/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _page("passkeys/<int:pk>/edit/", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    _page("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, "mfa_remove_webauthn"),
    _page("provider/cancelled/", social.login_cancelled, "socialaccount_login_cancelled"),
]  # fmt: skip

# Outside the languages: an identity provider is told one address, whatever the language of the reader.
provider_urlpatterns = [
    path("<str:provider_id>/", never_cache(oidc.login), name="openid_connect_login"),
    path("<str:provider_id>/callback/", never_cache(oidc.callback), name="openid_connect_callback"),
]
