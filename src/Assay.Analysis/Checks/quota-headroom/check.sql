-- title: A quota is nearly used up
-- severity: medium
-- sources: quotas, cloudwatch-metrics, foundation-models
-- dollars: subject
-- parameter: share 0.5 mean use of the fullest hour, as a share of the quota, from which it is told
-- parameter: burnDown 1 quota tokens that an output token takes where the catalogue does not know
with hourly as (
    select u.account, u.region, u.model_id, u.name, u.model, u.scope, u.ts,
        sum(coalesce(u.input, 0) + coalesce(u.cache_write_5m, 0) + coalesce(u.cache_write_1h, 0) + coalesce(u.cache_write_unknown_ttl, 0)
            + coalesce(u.output, 0) * coalesce(k.burn_down, $burnDown)) / 60 as per_minute,
        any_value(k.burn_down) is null as at_least
    from usage_by_hour as u
    left join known_model as k using (model)
    where ts >= $window_from and ts < $window_to and u.endpoint = 'runtime'
    group by all
), fullest as (
    select account, region, model_id, name, model, scope, max(per_minute) as per_minute, any_value(at_least) as at_least from hourly group by all
)
select f.account, f.region, f.model_id, q.code as resource,
    format('{} in {} takes {}{:.0f}% of its quota of {:,} tokens a minute in its fullest hour', f.name, f.region,
        if(f.at_least, 'at least ', ''),
        100 * cast(f.per_minute / q.value as double), cast(q.value as bigint)) as title,
    concat('That is the mean of the hour: minutes within it were fuller. ', if(f.at_least,
        'How many times output counts (burn-down) is not known for this model: once is taken.',
        'Output counts as often as the catalogue says (burn-down).')) as reason
from fullest as f
join foundation_model as m on m.account = f.account and m.region = f.region and m.model_id = f.model
join quota as q on q.account = f.account and q.region = f.region
    and q.name like '%tokens per minute for%' || m.name
    and (q.name like 'Cross-%') = (f.scope in ('geo', 'global')) and (q.name like 'Global%') = (f.scope = 'global')
where f.per_minute >= $share * q.value
order by all
