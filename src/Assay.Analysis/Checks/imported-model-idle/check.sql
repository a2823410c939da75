-- title: Imported model that nobody calls
-- severity: low
-- sources: imported-models, cloudwatch-metrics
select account, region, null as model_id, name as resource,
    format('Imported model {} in {} was not called', name, region) as title,
    'An imported model is stored by the month and model unit, called or not.' as reason
from uncalled('imported-model', $window_from, $window_to)
order by all
