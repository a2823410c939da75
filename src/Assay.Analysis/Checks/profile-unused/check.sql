-- title: An application profile is not called
-- severity: low
-- sources: inference-profiles, cloudwatch-metrics
select p.account, p.region, null as model_id, p.profile_id as resource,
    format('Application profile {} in {} was not called', p.name, p.region) as title,
    'It costs nothing, but a workload that should call it may call a bare model id in its place.' as reason
from inference_profile as p
where p.is_application
    and not exists (select 1 from usage_by_hour as u where u.account = p.account and u.region = p.region
        and u.model_id = p.profile_id and ts >= $window_from and ts < $window_to and u.invocations > 0)
order by all
