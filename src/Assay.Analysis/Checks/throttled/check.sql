-- title: Calls are throttled
-- severity: medium
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.01 share of all attempts from which it is told
-- parameter: attempts 1000 attempts below which nothing is judged
select account, region, model_id, null as resource,
    format('Throttled calls of {} in {}: {:.1f}% of {:,} attempts', name, region,
        100 * cast(sum(throttles) / sum(attempts) as double), cast(sum(attempts) as bigint)) as title,
    'Throttled calls cost latency and retries; the SDK repeats each several times.' as reason
from usage_tried_by_hour
where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
group by account, region, model_id, name
having sum(attempts) >= $attempts and sum(throttles) >= $share * sum(attempts)
order by all
