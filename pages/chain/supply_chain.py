"""The supply chain: who brings projects, into which chain, partner firms and spin-offs."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import industry, supply_chain
from promotion.language import _

data, filters = page.open(_("Supply chain"))

with stopped.told_instead():
    page.key_points(
        narrative.supply_chain_points(
            supply_chain.anchor_companies(data, filters),
            supply_chain.chain_roles_by_district(data, filters),
            supply_chain.partner_firms(data, filters),
            supply_chain.spin_offs(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (supply_chain.anchor_companies, supply_chain.referral_flow),
    (supply_chain.chain_roles_by_district, supply_chain.chain_roles_by_district_and_industry),
    (industry.chain_roles_by_industry, supply_chain.partner_firms),
    (supply_chain.spin_offs,),
)
drill.show(data, filters)
