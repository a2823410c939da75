-- title: Deployment that nobody calls
-- severity: low
-- sources: custom-model-deployments, cloudwatch-metrics
select account, region, null as model_id, name as resource,
    format('Deployment {} in {} was not called', name, region) as title,
    'A deployment that nobody calls keeps its custom model from being remove' as reason
from uncalled('custom-model-deployment', $window_from, $window_to)
order by all
