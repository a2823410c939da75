-- title: Calls pay the long-context price
-- severity: medium
-- sources: cloudwatch-metrics
-- parameter: usd 10 US dollars of the window from which it is told
select account, region, model_id, null as resource,
    format('${:,.2f} of {} in {} is paid at the long-context price', cast(sum(usd) as double), name, region) as title,
    'Above the band''s start every token of the call costs more, not only those above it.' as reason, sum(usd) as usd
from cost
where ts >= $window_from and ts < $window_to and long_context
group by account, region, model_id, name
having sum(usd) >= $usd
order by all
