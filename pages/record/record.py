"""What is called so, or one project, company, site or organisation and all that is said of it."""

from components import found_things, one_thing, page, record_link, turning

data, filters = page.shown()
named = turning.own(turning.PAGE)

if named.keys() & {"kind", "id"}:
    one_thing.show(data, filters, named.get("kind", ""), named.get("id", ""))
else:
    found_things.show(data, named.get("q", ""))
record_link.listen()
