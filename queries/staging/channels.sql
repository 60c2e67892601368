-- By which channels are investors contacted, in their order?
-- One row per channel.

create or replace table channels as

select
    channel,
    name_en,
    name_zh,
    is_online,
    channel_order

from batch
