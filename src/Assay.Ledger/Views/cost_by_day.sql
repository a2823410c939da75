-- Dollars of a model on one UTC day, by kind of token.
create or replace view cost_by_day as
select
    cast(ts as date) as day, account, region, model_id, model, owner, kind,
    sum(quantity) as quantity, sum(usd) as usd, sum(usd_low) as usd_low, sum(usd_high) as usd_high
from cost
group by all
order by all;
