-- title: Calls end in server errors
-- severity: medium
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.02 share of all attempts from which it is told
-- parameter: attempts 1000 attempts below which nothing is judged
select account, region, model_id, null as resource,
    format('Server errors of {} in {}: {:.1f}% of {:,} attempts', name, region,
        100 * cast(sum(server_errors) / sum(attempts) as double), cast(sum(attempts) as bigint)) as title,
    'A call that ends in a server error is mostly sent again with all of its prompt.' as reason
from usage_tried_by_hour
where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
group by account, region, model_id, name
having sum(attempts) >= $attempts and sum(server_errors) >= $share * sum(attempts)
order by all
