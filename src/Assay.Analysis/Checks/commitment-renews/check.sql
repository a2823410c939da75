-- title: A commitment renews soon
-- severity: high
-- sources: provisioned-throughput
-- parameter: days 30 days ahead within which it is told
select account, region, arn as model_id, arn as resource,
    format('Provisioned Throughput {} in {} renews by itself on {}: {} for another {}', name, region,
        strftime(commitment_ends, '%Y-%m-%d'),
        if(model_units = 1, '1 model unit', model_units || ' model units'), if(commitment = 'SixMonths', 'six months', 'month')) as title,
    'A commitment renews for its whole term unless it is deleted after it ends and before it renews.' as reason,
    (select if(count(*) filter (usd is null) > 0, null, sum(usd)) from cost as c where c.account = p.account
        and c.region = p.region and (c.model_id = p.arn or p.arn like '%/' || c.model_id) and c.kind = 'provisioned'
        and c.ts >= $window_from and c.ts < $window_to) as usd
from provisioned_model as p
where commitment_ends >= $window_to and commitment_ends < $window_to + to_days(cast($days as integer))
order by all
