-- title: Deployment that nobody calls
-- severity: low
-- sources: custom-model-deployments, cloudwatch-metrics
select d.account, d.region, null as model_id, d.name as resource,
    format('Deployment {} in {} was not called', d.name, d.region) as title,
    'A deployment that nobody calls keeps its custom model from being removed.' as reason
from derived_model as d
where d.kind = 'custom-model-deployment'
    and not exists (select 1 from usage_by_hour as u where u.account = d.account and u.region = d.region
        and (u.model_id = d.arn or u.model_id = d.name or d.arn like '%/' || u.model_id) and ts >= $window_from and ts < $window_to and u.invocations > 0)
order by all
