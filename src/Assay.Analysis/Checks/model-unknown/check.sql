-- title: A model is not in the catalogue
-- severity: medium
-- sources: cloudwatch-metrics
select account, region, model_id, null as resource,
    format('{} in {} is not known, so its {:,} tokens have no price', model_id, region, cast(sum(coalesce(input, 0) + coalesce(output, 0)) as bigint)) as title,
    'It is not counted as free: totals leave it out and say so.' as reason
from usage_by_hour
where ts >= $window_from and ts < $window_to and model is null
group by account, region, model_id
having sum(coalesce(input, 0) + coalesce(output, 0)) > 0
order by all
