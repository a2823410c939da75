-- title: The bill is higher than what the tokens explain
-- severity: medium
-- sources: bill, cloudwatch-metrics
-- parameter: share 0.2 part of the bill that the estimate does not explain from which it is told
-- parameter: usd 50 US dollars of the window below which nothing is judged
-- Whole UTC days on both sides: the bill knows no hours.
with whole as (
    select date_trunc('day', $window_to) as ends,
        date_trunc('day', $window_from)
            + if(date_trunc('day', $window_from) = $window_from, interval 0 day, interval 1 day) as begins
), billed_usd as (
    select account, sum(usd) as usd from billed, whole where day >= begins and day < ends group by account
), estimated as (
    select account, sum(usd) as usd from cost, whole where ts >= begins and ts < ends group by account
)
select b.account, 'all' as region, null as model_id, null as resource,
    format('${:,.2f} of a bill of ${:,.2f} is not explained by tokens', cast(b.usd - coalesce(e.usd, 0) as double), cast(b.usd as double)) as title,
    'Guardrails, knowledge bases, training, storage and Regions that were not read are on the bill and not in the estimate.' as reason,
    b.usd - coalesce(e.usd, 0) as usd
from billed_usd as b left join estimated as e using (account)
where b.usd - coalesce(e.usd, 0) >= greatest($usd, $share * b.usd)
order by all
