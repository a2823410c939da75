-- title: One model is called in many Regions
-- severity: low
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: regions 4 Regions from which it is told
select account, 'all' as region, model as model_id, null as resource,
    format('{} is called in {} Regions: {}', coalesce(any_value(k.name), model), count(distinct region), string_agg(distinct region, ', ' order by region)) as title,
    'Caches, quotas, commitments and logs are by Region: traffic that is spread uses none of them well.' as reason
from usage_by_hour as u
left join known_model as k using (model)
where ts >= $window_from and ts < $window_to and invocations > 0 and model is not null
group by account, model
having count(distinct region) >= $regions
order by all
