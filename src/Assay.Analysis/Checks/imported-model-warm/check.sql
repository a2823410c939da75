-- title: An imported model is kept warm for few calls
-- severity: medium
-- sources: imported-models, cloudwatch-metrics
-- parameter: calls 20 calls of an active hour below which it is told
-- parameter: hours 24 active hours of the window below which nothing is judged
select d.account, d.region, null as model_id, d.name as resource,
    format('Imported model {} in {} is woken in {} hours for {:.1f} calls each', d.name, d.region, count(*), avg(u.calls)) as title,
    'Model units are billed by windows of five minutes from the first call on: a call now and then pays whole windows.' as reason
from derived_model as d
join (
    select account, region, model_id, ts, sum(invocations) as calls
    from usage_by_hour where ts >= $window_from and ts < $window_to and invocations > 0 group by all
) as u on u.account = d.account and u.region = d.region and (u.model_id = d.arn or d.arn like '%/' || u.model_id)
where d.kind = 'imported-model'
group by d.account, d.region, d.name
having count(*) >= $hours and avg(u.calls) < $calls
order by all
