"""Every setting, from the environment. docs/reference/settings.md explains each variable.

The secret key is SECRET_KEY, or the file SECRET_KEY_FILE, or var/secret-key, which `make run` makes.
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("RELAIS_VAR", ROOT / "var"))


def _on(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _secret_key() -> str:
    if key := os.environ.get("SECRET_KEY"):
        return key
    file = os.environ.get("SECRET_KEY_FILE") or VAR / "secret-key"
    if os.environ.get("SECRET_KEY_FILE") or Path(file).exists():
        return Path(file).read_text(encoding="ascii").strip()
    if DEBUG:
        return "only-for-debugging"
    raise ImproperlyConfigured(
        "SECRET_KEY is not set: set SECRET_KEY or SECRET_KEY_FILE, or DEBUG=1 on your own machine"
    )


DEBUG = _on("DEBUG")
SECRET_KEY = _secret_key()
BEHIND_TLS = _on("BEHIND_TLS")
FICTION = _on("FICTION")
DATA = Path(os.environ.get("RELAIS_DATA", ROOT / "data"))

ALLOWED_HOSTS = [h for h in os.environ.get("ALLOWED_HOSTS", "").split(",") if h] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "relais.apps.ui",
    "relais.apps.sheets",
    "relais.apps.languages",
    "relais.apps.audit",
    "relais.apps.accounts",
    "relais.apps.observatory",
    "relais.apps.plan",
    "relais.apps.coordination",
    "relais.apps.reporting",
    "relais.apps.consultation",
    "relais.apps.meeting",
    "relais.apps.freeze",
    "relais.apps.reminder",
    "relais.apps.check",
    "relais.faces.report",
    "relais.faces.site",
    "relais.faces.api",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "relais.apps.accounts.middleware.who_asks",
    "relais.apps.accounts.middleware.ClosedByDefault",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "relais.config.urls"
WSGI_APPLICATION = "relais.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "relais.apps.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "relais.apps.ui.fiction.marked",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'relais.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;",
        "transaction_mode": "IMMEDIATE",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "relais.apps.languages.formats"
USE_TZ = True
TIME_ZONE = "Europe/Brussels"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "reminder:desk"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "relais.faces.site.views.forgery"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS

# Sign-in. There is no open sign-up: people are invited (relais.apps.accounts).
ACCOUNT_ADAPTER = "relais.apps.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation was sent to the address already
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger cannot have mail sent to an address of their choice
ACCOUNT_EMAIL_NOTIFICATIONS = True  # people hear of every change of how they sign in
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE, and no longer
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_USER_DISPLAY = "relais.apps.accounts.adapters.name_of"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "invitation": "10/m/ip"}
ACCOUNT_FORMS = {
    form: f"relais.apps.accounts.signing.{name}"
    for form, name in {
        "login": "LoginForm",
        "reauthenticate": "ReauthenticateForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reset_password": "ResetPasswordForm",
        "reset_password_from_key": "ResetPasswordKeyForm",
    }.items()
}
MFA_ADAPTER = "relais.apps.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Relais"
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off
MFA_FORMS = {
    "authenticate": "relais.apps.accounts.signing.CodeForm",
    "reauthenticate": "relais.apps.accounts.signing.CodeAgainForm",
    "activate_totp": "relais.apps.accounts.signing.FirstCodeForm",
    "add_webauthn": "relais.apps.accounts.signing.AddPasskeyForm",
    "edit_webauthn": "relais.apps.accounts.signing.RenamePasskeyForm",
}
REQUIRE_SECOND_FACTOR = _on("REQUIRE_SECOND_FACTOR") if "REQUIRE_SECOND_FACTOR" in os.environ else BEHIND_TLS
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS else 0  # whose X-Forwarded-For is believed

SOCIALACCOUNT_ADAPTER = "relais.apps.accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # the provider vouches for the address; people were invited by it
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: a form would need the provider in the content security policy
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ.get("OIDC_NAME", "OpenID Connect"),
                "client_id": os.environ.get("OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": os.environ.get("OIDC_ISSUER", "")},
            }
        ]
        if os.environ.get("OIDC_ISSUER")
        else [],
    }
}

# Counts of failed sign-ins, which every process and every machine must know.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "relais_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # few would let a flood of strangers wash a count away
    },
    # What must never be written down: gone when the process ends, each process for itself.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

PUBLIC_ADDRESS = os.environ.get("PUBLIC_ADDRESS", "http://localhost:8000").rstrip("/")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("MAIL_FROM", "Relais <relais@localhost>")
EMAIL_TIMEOUT = 10
if MAIL_FOLDER := os.environ.get("MAIL_FOLDER", ""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_FOLDER
elif EMAIL_HOST := os.environ.get("EMAIL_HOST", ""):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_SSL = EMAIL_PORT == 465
    EMAIL_USE_TLS = EMAIL_PORT == 587
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

EVIDENCE = VAR / "evidence"  # outside everything that the web server shows
EVIDENCE_LARGEST = int(os.environ.get("EVIDENCE_LARGEST_MB") or 10) * 2**20
EVIDENCE_SCANNER = os.environ.get("EVIDENCE_SCANNER", "")
EVIDENCE_SCANNER_SECONDS = 60

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
