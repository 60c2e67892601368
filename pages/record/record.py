"""One project, company, site or organisation: all that the ledgers say of it."""

from components import one_thing, page, record_link, turning

data, filters = page.shown()
named = turning.own("record")

one_thing.show(data, filters, named.get("kind", ""), named.get("id", ""))
record_link.listen()
