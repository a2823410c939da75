-- title: Spend on the mantle endpoint that nobody owns
-- severity: medium
-- sources: cloudwatch-mantle-metrics
-- parameter: usd 10 US dollars of the window from which it is told
select account, region, model_id, null as resource,
    format('${:,.2f} of {} on the mantle endpoint in {} has no project and no owner', cast(sum(usd) as double), name, region) as title,
    'Mantle has no invocation logs and no inference profiles: without a project nothing says who called.' as reason, sum(usd) as usd
from cost
where ts >= $window_from and ts < $window_to and endpoint = 'mantle' and project is null and owner is null
group by account, region, model_id, name
having sum(usd) >= $usd
order by all
