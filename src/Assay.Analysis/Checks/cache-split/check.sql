-- title: One cache is written in several Regions
-- severity: medium
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: regions 2 Regions with cache writes from which it is told
-- parameter: readShare 0.5 read / (read + written) below which it is told
-- parameter: tokens 1000000 written tokens below which nothing is judged
with cached as (
    select account, region, model, any_value(k.name) as name,
        sum(coalesce(cache_read, 0)) as reads,
        sum(coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0) + coalesce(cache_write_30m, 0)
            + coalesce(cache_write_unknown_ttl, 0)) as writes
    from usage_by_hour as u
    left join known_model as k using (model)
    where ts >= $window_from and ts < $window_to and model is not null
    group by all
    having writes > 0
)
select account, 'all' as region, model as model_id, null as resource,
    format('{} writes its cache in {} Regions and reads only {:.0f}% of it', coalesce(any_value(name), model), count(*),
        100 * cast(sum(reads) / sum(reads + writes) as double)) as title,
    'An entry can be read only in the Region that wrote it: the same prompt is written once in each.' as reason
from cached
group by account, model
having count(*) >= $regions and sum(writes) >= $tokens and sum(reads) < $readShare * sum(reads + writes)
order by all
