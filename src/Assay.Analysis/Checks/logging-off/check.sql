-- title: Calls are not logged
-- severity: medium
-- sources: invocation-logging, cloudwatch-metrics
select u.account, u.region, null as model_id, null as resource,
    format('Model invocation logging is off in {}, where models are called', u.region) as title,
    'Without logs no saving can be replayed, and no dollar can be traced to a caller.' as reason
from (select distinct account, region from usage_by_hour
    where ts >= $window_from and ts < $window_to and endpoint = 'runtime' and (invocations > 0 or input > 0)) as u
left join logging as l using (account, region)
where l.s3_bucket is null and l.log_group is null
    and exists (select 1 from coverage as c where c.source = 'invocation-logging' and c.status = 'complete'
        and c.account = u.account and c.region = u.region)
order by all
