-- title: The same text is guarded more than once
-- severity: low
-- sources: cloudwatch-guardrail-metrics, cloudwatch-metrics
-- parameter: perCall 2 requests to guardrails a model call above which it is told: one for the prompt, one for the answer
-- parameter: requests 1000 requests below which nothing is judged
with guarded as (
    select account, region, sum(invocations) as requests, sum(text_units) as units, count(distinct guardrail) as guardrails
    from guardrail_usage
    where ts >= $window_from and ts < $window_to
    group by all
), called as (
    select account, region, sum(invocations) as calls
    from usage_by_hour
    where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
    group by all
)
select account, region, null as model_id, null as resource,
    format('Guardrails in {} are asked {:.1f} times a model call: {:,} requests, {:,} calls, {:,} text units', region,
        cast(requests as double) / calls, cast(requests as bigint), cast(calls as bigint), cast(units as bigint)) as title,
    format('{} in use. More than one request for the prompt and one for the answer check the same text again, and each '
        || 'text unit is paid for each policy.',
        if(guardrails = 1, 'One guardrail is', format('{} guardrails are', guardrails))) as reason
from guarded
join called using (account, region)
where requests >= $requests and requests > $perCall * calls and calls > 0
order by all
