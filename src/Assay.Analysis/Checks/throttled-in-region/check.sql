-- title: Calls are throttled where a profile would spread them
-- severity: medium
-- sources: cloudwatch-metrics, inference-profiles
-- dollars: subject
-- parameter: share 0.01 share of attempts from which it is told
select u.account, u.region, u.model_id, min(p.profile_id) as resource,
    format('{} in {} is throttled in one Region; {} would spread its calls', any_value(u.name), u.region, min(p.profile_id)) as title,
    'A cross-Region inference profile has a quota of its own, mostly a higher one, and costs no more by the token.' as reason
from (
    select account, region, model_id, name, model, sum(invocations) as calls, sum(throttles) as throttles
    from usage_by_hour where ts >= $window_from and ts < $window_to and scope = 'in-region' group by all
) as u
join inference_profile as p
    on p.account = u.account and p.region = u.region and not p.is_application and p.model_arns like '%' || u.model || '%'
where throttles > 0 and throttles >= $share * (calls + throttles)
group by u.account, u.region, u.model_id
order by all
