-- title: Provisioned Throughput without a commitment stays
-- severity: medium
-- sources: provisioned-throughput
-- parameter: days 30 days in service from which it is told
select account, region, null as model_id, name as resource,
    format('Provisioned Throughput {} in {} has run for {} days without a commitment', name, region,
        date_diff('day', created, $window_to)) as title,
    'The hourly price without a commitment is the highest; what runs for months is cheaper with a term, or deleted.' as reason
from provisioned_model
where commitment is null and status = 'InService' and created < $window_to - to_days(cast($days as integer))
order by all
