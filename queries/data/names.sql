-- What is each code called? One row per list and code, in the list's order.

select
    'district' as list,
    district as code,
    name_en,
    name_zh,
    district_order as code_order

from districts

union all

select
    'industry' as list,
    industry as code,
    name_en,
    name_zh,
    industry_order as code_order

from industries

union all

select
    'channel' as list,
    channel as code,
    name_en,
    name_zh,
    channel_order as code_order

from channels

union all

select
    list,
    code,
    name_en,
    name_zh,
    code_order

from codes

union all

select
    'country' as list,
    origin_country as code,
    name_en,
    name_zh,
    null as code_order

from countries

order by
    list,
    code_order,
    code
