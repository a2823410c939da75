-- title: Custom model that nobody calls
-- severity: low
-- sources: custom-models, cloudwatch-metrics
select d.account, d.region, null as model_id, d.name as resource,
    format('Custom model {} in {} was not called', d.name, d.region) as title,
    'A custom model is stored by the month, called or not, $1.95 a model and month where that price is known.' as reason
from derived_model as d
where d.kind = 'custom-model'
    and not exists (select 1 from usage_by_hour as u where u.account = d.account and u.region = d.region
        and (u.model_id = d.arn or u.model_id = d.name or d.arn like '%/' || u.model_id) and ts >= $window_from and ts < $window_to and u.invocations > 0)
order by all
