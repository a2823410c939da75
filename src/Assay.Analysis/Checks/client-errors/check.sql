-- title: Calls end in client errors
-- severity: medium
-- sources: cloudwatch-metrics
-- parameter: share 0.05 share of all attempts from which it is told
-- parameter: attempts 1000 attempts below which nothing is judged
with counted as (
    select account, region, model_id,
        sum(coalesce(invocations, 0) + coalesce(throttles, 0)) as attempts, sum(client_errors) as bad
    from usage_by_hour
    where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
    group by all
)
select account, region, model_id, null as resource,
    format('Client errors of {} in {}: {:.1f}% of {:,} attempts', model_id, region, 100 * bad / attempts,
        cast(attempts as bigint)) as title,
    'A call that ends in a client error did no work, and callers mostly send it again.' as reason
from counted
where attempts >= $attempts and bad >= $share * attempts
order by all
