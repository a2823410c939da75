-- title: A commitment renews soon
-- severity: high
-- sources: provisioned-throughput
-- parameter: days 30 days ahead within which it is told
select account, region, null as model_id, name as resource,
    format('Provisioned Throughput {} in {} renews by itself on {}: {} model units for another {}', name, region,
        strftime(commitment_ends, '%Y-%m-%d'), model_units, if(commitment = 'SixMonths', 'six months', 'month')) as title,
    'A commitment renews for its whole term unless it is deleted after it ends and before it renews.' as reason
from provisioned_model
where commitment_ends >= $window_to and commitment_ends < $window_to + to_days(cast($days as integer))
order by all
