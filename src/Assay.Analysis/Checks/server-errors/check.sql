-- title: Calls end in server errors
-- severity: medium
-- sources: cloudwatch-metrics
-- parameter: share 0.02 share of all attempts from which it is told
-- parameter: attempts 1000 attempts below which nothing is judged
with counted as (
    select account, region, model_id,
        sum(coalesce(invocations, 0) + coalesce(throttles, 0)) as attempts, sum(server_errors) as bad
    from usage_by_hour
    where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
    group by all
)
select account, region, model_id, null as resource,
    format('Server errors of {} in {}: {:.1f}% of {:,} attempts', model_id, region, 100 * bad / attempts,
        cast(attempts as bigint)) as title,
    'A call that ends in a server error is mostly sent again with all of its prompt.' as reason
from counted
where attempts >= $attempts and bad >= $share * attempts
order by all
