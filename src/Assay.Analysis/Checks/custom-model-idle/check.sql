-- title: Custom model that nobody calls
-- severity: low
-- sources: custom-models, cloudwatch-metrics
select account, region, null as model_id, name as resource,
    format('Custom model {} in {} was not called', name, region) as title,
    'A custom model is stored by the month, called or not, $1.95 a model and month where that price is known.' as reason
from uncalled('custom-model', $window_from, $window_to)
order by all
