-- title: Provisioned Throughput without a commitment stays
-- severity: medium
-- sources: provisioned-throughput
-- parameter: days 30 days in service from which it is told
select account, region, arn as model_id, arn as resource,
    format('Provisioned Throughput {} in {} has run for {} days without a commitment', name, region,
        date_diff('day', created, $window_to)) as title,
    'The hourly price without a commitment is the highest; what runs for months is cheaper with a term, or deleted.' as reason,
    (select if(count(*) filter (usd is null) > 0, null, sum(usd)) from cost as c where c.account = p.account
        and c.region = p.region and (c.model_id = p.arn or p.arn like '%/' || c.model_id) and c.kind = 'provisioned'
        and c.ts >= $window_from and c.ts < $window_to) as usd
from provisioned_model as p
where commitment is null and status = 'InService' and created < $window_to - to_days(cast($days as integer))
order by all
