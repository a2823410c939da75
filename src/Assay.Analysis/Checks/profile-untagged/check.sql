-- title: An application profile in use names no owner
-- severity: low
-- sources: inference-profiles, tags, cloudwatch-metrics
select p.account, p.region, null as model_id, p.profile_id as resource,
    format('Application profile {} in {} is called and names no owner', p.name, p.region) as title,
    'A profile is made to say whose calls they are; this one does not.' as reason
from inference_profile as p
join model_reference as r on r.account = p.account and r.region = p.region and r.model_id = p.profile_id
where p.is_application and r.owner is null
    and exists (select 1 from usage_by_hour as u where u.account = p.account and u.region = p.region
        and u.model_id = p.profile_id and ts >= $window_from and ts < $window_to and u.invocations > 0)
order by all
