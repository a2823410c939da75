-- title: Calls end in client errors
-- severity: medium
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.05 share of all attempts from which it is told
-- parameter: attempts 1000 attempts below which nothing is judged
select account, region, model_id, null as resource,
    format('Client errors of {} in {}: {:.1f}% of {:,} attempts', name, region,
        100 * cast(sum(client_errors) / sum(attempts) as double), cast(sum(attempts) as bigint)) as title,
    'A call that ends in a client error did no work, and callers mostly send it again.' as reason
from usage_tried_by_hour
where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
group by account, region, model_id, name
having sum(attempts) >= $attempts and sum(client_errors) >= $share * sum(attempts)
order by all
