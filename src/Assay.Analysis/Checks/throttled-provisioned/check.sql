-- title: Provisioned Throughput turns calls away
-- severity: high
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.01 share of attempts from which it is told
select account, region, model_id, null as resource,
    format('Provisioned Throughput {} in {} turned {:,} calls away', name, region, cast(sum(throttles) as bigint)) as title,
    'Calls above what the model units serve fail; they are not served on demand.' as reason
from usage_by_hour
where ts >= $window_from and ts < $window_to and scope = 'provisioned'
group by account, region, model_id, name
having sum(throttles) >= $share * sum(coalesce(invocations, 0) + throttles) and sum(throttles) > 0
order by all
