"""Projects, companies, sites and organisations: finding one, and what the ledgers say of it."""

from promotion.things.thing import KINDS, Fact, LedgerWords, Thing, kind_name

__all__ = ["KINDS", "Fact", "LedgerWords", "Thing", "kind_name"]
