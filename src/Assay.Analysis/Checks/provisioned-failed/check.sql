-- title: Provisioned Throughput that failed is still there
-- severity: low
-- sources: provisioned-throughput
select account, region, null as model_id, name as resource,
    format('Provisioned Throughput {} in {} is {}', name, region, lower(status)) as title,
    'It serves nothing, and callers that name its ARN fail.' as reason
from provisioned_model
where status = 'Failed'
order by all
