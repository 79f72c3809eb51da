"""Settings of the project. Every setting that differs between installations is an environment variable.

The table in README.md lists them. Without any, the site runs on SQLite in ``var/`` with ``DEBUG`` off.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from unionarchive import desk, environment
from unionarchive.api.rates import Rate
from unionarchive.secret import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = environment.path("UNIONARCHIVE_VAR", BASE_DIR / "var")  # everything the site writes
TESTING = "pytest" in sys.modules

DEBUG = environment.boolean("DEBUG", default=False)
SECRET_KEY = environment.text("SECRET_KEY") or secret_key(VAR_DIR / "secret_key")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.simple_history",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "simple_history",
    "articles",
    "organisations",
    "seeds",
    "unionarchive",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "unionarchive.urls"
WSGI_APPLICATION = "unionarchive.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "unionarchive" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        environment.text("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'unionarchive.sqlite3'}",
        conn_max_age=environment.integer("DATABASE_CONN_MAX_AGE", default=60),
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers wait for each other instead of failing; readers never wait (write-ahead log). Texts that a search reads
    # come from the mapped file without being copied.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000; "
        "PRAGMA mmap_size=2147418112;",
    }

CACHE_URL = environment.text("CACHE_URL")
if CACHE_URL and not CACHE_URL.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured(f"CACHE_URL is {CACHE_URL!r}; expected redis://HOST:PORT/NUMBER")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}
        if CACHE_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
if TESTING:  # a hundred editors log in during a run; each would cost a second of honest hashing
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_REDIRECT_URL = "admin:index"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [
    BASE_DIR / "unionarchive" / "locale",
    BASE_DIR / "unionarchive" / "theme_locale",  # what the desk's theme says: it comes without Chinese
]
TIME_ZONE = environment.text("TIME_ZONE", "Asia/Shanghai")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "unionarchive" / "static" if TESTING else VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "unionarchive" / "static"]
# Source maps are for developers of the libraries; compressing them cost more than all the rest.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "woff2", "woff", "png", "jpg", "ico", "gz"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# Behind HTTPS the whole set of transport settings goes on with one switch.
HTTPS = environment.boolean("HTTPS", default=False)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = environment.integer("HSTS_SECONDS", default=31536000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = environment.boolean("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # an editor may select a whole page of facts with their inlines

# Facts that no editor has reviewed are shown, marked 待核; False hides them from pages and API alike.
SHOW_UNREVIEWED = environment.boolean("SHOW_UNREVIEWED", default=True)
# The largest document that loading takes, in bytes.
DOCUMENT_MAX_BYTES = environment.integer("DOCUMENT_MAX_BYTES", default=20_000_000, least=1)

# How often one network address may ask the API: 600/min, 20/s, 5000/hour, or off.
API_RATE = Rate.parse(environment.text("API_RATE", "off" if TESTING else "600/min"), name="API_RATE")

REST_FRAMEWORK = {
    # The API is the same for everybody: it reads no session, so that answers can be kept by anyone in between.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["unionarchive.api.parameters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "unionarchive.api.pagination.KeysetPagination",
    "DEFAULT_THROTTLE_CLASSES": ["unionarchive.api.throttling.AddressThrottle"],
    "DEFAULT_SCHEMA_CLASS": "unionarchive.api.schema.Schema",
    "EXCEPTION_HANDLER": "unionarchive.api.errors.problem_handler",
    "URL_FORMAT_OVERRIDE": None,
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "unionarchive",
    "DESCRIPTION": _(
        "What newspapers printed, who is named in it, what they put in place and what aid they gave, each fact with "
        "the words that say so. Lists come in cursor pages; an unknown parameter is an error that names it; amounts "
        "are numbers in yuan; positions count code points from 0, the end exclusive; what is not known is null."
    ),
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "displayRequestDuration": True, "defaultModelsExpandDepth": 0},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "unionarchive.api.schema.describe_errors",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ReviewStateEnum": "unionarchive.common.models.ReviewState",
        "ArticleFormEnum": "articles.choices.ArticleForm",
        "ContributorRoleEnum": "articles.choices.ContributorRole",
        "DateSourceEnum": "articles.choices.DateSource",
        "TextPartEnum": "articles.choices.TextPart",
        "AliasKindEnum": "organisations.choices.AliasKind",
        "AidFormEnum": "organisations.choices.AidForm",
        "AidStatusEnum": "organisations.choices.AidStatus",
        "AidBasisEnum": "organisations.choices.AidBasis",
        "BoundEnum": "organisations.choices.Bound",
        "DivisionLevelEnum": "organisations.choices.DivisionLevel",
        "LedgerDimensionEnum": "organisations.ledger.Dimension",
        "LedgerStandingEnum": "organisations.ledger.Standing",
        "MeasureTypeEnum": "organisations.choices.MeasureType",
        "OrganisationLevelEnum": "organisations.choices.OrganisationLevel",
        "OrganisationTypeEnum": "organisations.choices.OrganisationType",
        "PartyKindEnum": "organisations.choices.PartyKind",
        "RecurrenceEnum": "organisations.choices.Recurrence",
        "ResolutionEnum": "organisations.choices.Resolution",
        "SearchKindEnum": "unionarchive.search.Kind",
        "SegmentRoleEnum": "seeds.choices.SegmentRole",
    },
}

UNFOLD = desk.THEME

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING")},
}
