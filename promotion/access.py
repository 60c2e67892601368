"""Who may see what: the people of access.toml, read strictly; a fault in it lets nobody in."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from promotion.ingest import reference_folder
from promotion.ingest.reference import CODE_TABLES, read_table
from promotion.language import N_, _
from promotion.scope import Scope

FILE = "access.toml"
ALL = "all"
VIEWER, EDITOR = "viewer", "editor"
ROLES = (VIEWER, EDITOR)
LEAST_SECRET_LENGTH = 32
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_KEYS = {"ask", "people"}
_PERSON_KEYS = {"role", "districts", "sees_people"}

_NO_FILE = N_("There is no {file} in the data folder, so nobody may see anything.")
_UNREADABLE = N_("{file} cannot be read: {error}")
_UNKNOWN_KEY = N_("{file} has the unknown entry {key}.")
_NO_PEOPLE = N_("{file} names nobody: it needs a section [people.…] for each person.")
_NO_TEXT = N_("{file}: the entry {key} must be a text.")
_NO_ADDRESS = N_("{file}: {person} is no e-mail address.")
_TWICE = N_("{file} names {person} twice.")
_NO_SECTION = N_("{file}: {person} must be a section with role and districts.")
_NO_ROLE = N_("{file}: the role of {person} must be one of {roles}.")
_NO_DISTRICTS = N_('{file}: the districts of {person} must be "all" or a list of district codes.')
_UNKNOWN_DISTRICT = N_("{file}: {district}, a district of {person}, is in no reference table.")
_NO_YES_NO = N_("{file}: {key} of {person} must be true or false.")
_NO_LOGIN = N_("{file} must have a section [auth] with {keys}.")
_SHORT_SECRET = N_("{file}: cookie_secret must have at least {count} letters.")


class AccessFault(Exception):
    """Why nobody can be let in; its text is a sentence for whoever looks after the dashboard."""


@dataclass(frozen=True)
class Reader:
    """Who reads, and what is theirs to see: all districts where none is named."""

    name: str
    role: str
    districts: tuple[str, ...]
    sees_people: bool

    @property
    def scope(self) -> Scope:
        """What of the database they are served."""
        return Scope(self.districts, hides_people=not self.sees_people)

    @property
    def may_adopt(self) -> bool:
        """Whether ledgers of theirs may replace any that are there: a district's people's may not.

        A ledger replaces a whole file, and one file may hold the rows of several districts.
        """
        return self.role == EDITOR and not self.districts


@dataclass(frozen=True)
class Access:
    """The people who may read, by address in small letters, and whom others may ask."""

    people: dict[str, Reader]
    ask: str

    def reader_of(self, claims: dict[str, object]) -> Reader | None:
        """The person whom a login provider's claims name; None where they may see nothing."""
        address = address_of(claims)
        return self.people.get(_small(address)) if address else None


def address_of(claims: dict[str, object]) -> str | None:
    """The e-mail address among a provider's claims; None where the provider does not vouch."""
    address = claims.get("email")
    is_vouched_for = claims.get("email_verified", True) in (True, "true")
    return address if isinstance(address, str) and address and is_vouched_for else None


def read_access(folder: Path) -> Access:
    """What access.toml of the data folder says.

    Raises AccessFault where it is missing or anything in it is not as it must be.
    """
    try:
        read = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _fault(_NO_FILE) from None
    except (OSError, ValueError) as error:
        raise _fault(_UNREADABLE, error=error) from error
    for key in sorted(read.keys() - _KEYS):
        raise _fault(_UNKNOWN_KEY, key=key)
    if not isinstance(read.get("ask", ""), str):
        raise _fault(_NO_TEXT, key="ask")
    sections = read.get("people")
    if not isinstance(sections, dict) or not sections:
        raise _fault(_NO_PEOPLE)
    rows = read_table(reference_folder(folder), CODE_TABLES["district"])
    districts = tuple(next(iter(row.values())) for row in rows)
    people: dict[str, Reader] = {}
    for address, section in sections.items():
        reader = _reader(address, section, districts)
        if _small(address) in people:
            raise _fault(_TWICE, person=address)
        people[_small(address)] = reader
    return Access(people, read.get("ask", ""))


def login_fault(files: list[Path]) -> str | None:
    """Why the login that the secrets files set up cannot be used; None where it can, or none is.

    Streamlit takes a secrets file that it cannot read for none at all, which would let all in.
    """
    secrets: dict[str, object] = {}
    found = []
    for path in files:
        try:
            secrets |= tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            return _(_UNREADABLE).format(file=path.name, error=error)
        found.append(path)
    if not found:
        return None
    section = secrets.get("auth")
    given = section if isinstance(section, dict) else {}
    missing = [key for key in _NEEDED if not (isinstance(given.get(key), str) and given[key])]
    if missing:
        return _(_NO_LOGIN).format(file=found[-1].name, keys=", ".join(missing))
    if len(given["cookie_secret"]) < LEAST_SECRET_LENGTH:
        return _(_SHORT_SECRET).format(file=found[-1].name, count=LEAST_SECRET_LENGTH)
    return None


def _reader(address: str, section: object, districts: tuple[str, ...]) -> Reader:
    name, at, domain = address.partition("@")
    if not (name and at and domain) or "@" in domain or any(sign.isspace() for sign in address):
        raise _fault(_NO_ADDRESS, person=address)
    if not isinstance(section, dict):
        raise _fault(_NO_SECTION, person=address)
    for key in sorted(section.keys() - _PERSON_KEYS):
        raise _fault(_UNKNOWN_KEY, key=f"people.{address}.{key}")
    role = section.get("role")
    if role not in ROLES:
        raise _fault(_NO_ROLE, person=address, roles=", ".join(ROLES))
    sees_people = section.get("sees_people", role == EDITOR)
    if not isinstance(sees_people, bool):
        raise _fault(_NO_YES_NO, key="sees_people", person=address)
    return Reader(
        address, role, _districts(address, section.get("districts"), districts), sees_people
    )


def _districts(address: str, named: object, districts: tuple[str, ...]) -> tuple[str, ...]:
    """The districts a person is limited to, in official order; none where it is all of them."""
    if named == ALL:
        return ()
    # Neither a missing list nor an empty one may mean all.
    if not isinstance(named, list) or not named:
        raise _fault(_NO_DISTRICTS, person=address)
    for district in named:
        if district not in districts:
            raise _fault(_UNKNOWN_DISTRICT, person=address, district=district)
    return tuple(district for district in districts if district in named)


def _small(address: str) -> str:
    # Beyond ASCII, different letters share a small one: the Kelvin sign would pass for a k.
    return address.lower() if address.isascii() else address


def _fault(message: str, **details: object) -> AccessFault:
    return AccessFault(_(message).format(file=FILE, **details))
