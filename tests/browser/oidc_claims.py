"""What the provider under test says of an account in its identity tokens."""

from oauth2_provider.oauth2_validators import OAuth2Validator


class Claims(OAuth2Validator):
    """The account's e-mail address, and whether the provider has verified it."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        """The claims beside those of every token."""
        user = request.user
        return {"email": user.email, "email_verified": not user.email.startswith("unverified")}
