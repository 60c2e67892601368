"""An OpenID Connect provider on this machine: Django and its OAuth toolkit, with a login form.

python -m tests.browser.oidc_provider FOLDER PORT REDIRECT_URI ADDRESS…: an account for each
address, the password the same for all.
"""

import os
import sys
from pathlib import Path
from wsgiref.simple_server import make_server

import django
from django.conf import settings
from django.core.management import call_command
from jwcrypto.jwk import JWK

PASSWORD, CLIENT, SECRET = "a password for tests", "dashboard", "a secret for tests"
FORM = (
    "<title>Provider</title><form method=post>{% csrf_token %}{{ form }}<button>Go</button></form>"
)


def configure(folder: Path) -> None:
    """Nothing; sets Django up with a database and a signing key of its own."""
    key = JWK.generate(kty="RSA", size=2048).export_to_pem(private_key=True, password=None)
    settings.configure(
        SECRET_KEY=os.urandom(32).hex(),
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.browser.oidc_addresses",
        USE_TZ=True,
        LOGIN_URL="/login/",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "db"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"login.html": FORM}),
                        "django.template.loaders.app_directories.Loader",
                    ],
                },
            }
        ],
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": key.decode(),
            "OIDC_RP_INITIATED_LOGOUT_ENABLED": True,
            "OIDC_RP_INITIATED_LOGOUT_ALWAYS_PROMPT": False,
            "OAUTH2_VALIDATOR_CLASS": "tests.browser.oidc_claims.Claims",
            "SCOPES": {"openid": "who you are", "email": "your e-mail address"},
        },
    )
    django.setup()


def fill(redirect_uri: str, addresses: list[str]) -> None:
    """Nothing; enters the dashboard as a client, and the accounts."""
    from django.contrib.auth.models import User
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    Application.objects.create(
        client_id=CLIENT,
        client_secret=SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=redirect_uri,
        post_logout_redirect_uris=redirect_uri,
        algorithm=Application.RS256_ALGORITHM,
        skip_authorization=True,
    )
    for address in addresses:
        User.objects.create_user(address, address, PASSWORD)


def main() -> None:
    """Nothing; answers until it is ended."""
    folder, port, redirect_uri, *addresses = sys.argv[1:]
    os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"  # on this machine only, without TLS
    configure(Path(folder))
    fill(redirect_uri, addresses)
    from django.core.wsgi import get_wsgi_application

    make_server("127.0.0.1", int(port), get_wsgi_application()).serve_forever()


if __name__ == "__main__":
    main()
