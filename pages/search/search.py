"""What is called so: projects, companies, sites and organisations by a part of their names."""

from components import found_things, page, record_link, stopped, turning
from promotion.language import _
from promotion.things.found import LONGEST_TEXT

data, filters = page.shown()
text = turning.own("search").get("q", "")[:LONGEST_TEXT]

page.head_of_one(_("Search"), text)
with stopped.told_instead():
    found_things.show(data, text)
record_link.listen()
