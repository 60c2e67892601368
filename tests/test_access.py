"""access.toml: who it lets in, and that any fault in it lets in nobody."""

import pytest

from promotion.access import AccessFault, Reader, login_fault, read_access

GOOD = '[people."a@example.org"]\nrole = "viewer"\ndistricts = ["cixi", "yuyao"]\n'
AUTH = """[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "c"
client_secret = "s"
server_metadata_url = "http://localhost/m"
"""


def access_of(folder, text):
    (folder / "access.toml").write_text(text, encoding="utf-8")
    return read_access(folder)


def test_a_person_is_known_by_address_whatever_its_capitals(tmp_path):
    access = access_of(tmp_path, GOOD)
    expected = Reader("a@example.org", "viewer", ("yuyao", "cixi"), sees_people=False)

    assert access.reader_of({"email": "A@Example.ORG"}) == expected
    assert access.reader_of({"email": "A@example.org", "email_verified": True}) == expected


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": ""},
        {"email": "b@example.org"},
        {"email": "a@example.org.cn"},
        {"email": ["a@example.org"]},
        {"email": "a@example.org", "email_verified": False},
        {"email": "a@example.org", "email_verified": "false"},
        {"email": "a@example.org", "email_verified": None},
    ],
)
def test_others_and_addresses_not_vouched_for_are_nobody(tmp_path, claims):
    assert access_of(tmp_path, GOOD).reader_of(claims) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"cixi"', '"nowhere"'),
        ('["cixi", "yuyao"]', "[]"),
        ('["cixi", "yuyao"]', '"cixi"'),
        ('districts = ["cixi", "yuyao"]\n', ""),
        ('"viewer"', '"owner"'),
        ('role = "viewer"\n', ""),
        ("role", "roles"),
        ("[people", "[persons"),
        ("a@example.org", "a"),
        (GOOD, ""),
        (GOOD, GOOD + 'sees_people = "no"\n'),
        (GOOD, GOOD + GOOD.replace("a@", "A@")),
        (GOOD, "["),
    ],
)
def test_any_fault_in_the_file_lets_in_nobody(tmp_path, old, new):
    with pytest.raises(AccessFault, match=r"access\.toml"):
        access_of(tmp_path, GOOD.replace(old, new))


def test_without_the_file_nobody_is_let_in(tmp_path):
    with pytest.raises(AccessFault):
        read_access(tmp_path)


@pytest.mark.parametrize(
    ("role", "districts", "may_adopt"),
    [("editor", (), True), ("editor", ("cixi",), False), ("viewer", (), False)],
)
def test_only_editors_of_all_districts_may_adopt_ledgers(role, districts, may_adopt):
    assert Reader("a", role, districts, sees_people=True).may_adopt is may_adopt


@pytest.mark.parametrize("text", ["", "[", "[auht]", AUTH.replace("client_id", "id"), "auth = 1"])
def test_a_secrets_file_that_sets_up_no_sound_login_is_a_fault(tmp_path, text):
    (tmp_path / "secrets.toml").write_text(text, encoding="utf-8")

    assert login_fault([tmp_path / "secrets.toml"])


def test_a_short_cookie_secret_is_a_fault_and_no_file_or_a_sound_one_is_none(tmp_path):
    file = tmp_path / "secrets.toml"
    assert login_fault([file]) is None
    file.write_text(AUTH, encoding="utf-8")
    assert login_fault([file]) is None
    file.write_text(AUTH.replace("0123456789abcdef0", ""), encoding="utf-8")
    assert login_fault([file])
