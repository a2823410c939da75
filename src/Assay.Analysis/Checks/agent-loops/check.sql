-- title: An agent calls its model many times a call
-- severity: medium
-- sources: cloudwatch-agent-metrics
-- parameter: perCall 10 model calls a call of the agent from which it is told
-- parameter: calls 100 calls of the agent below which nothing is judged
with counted as (
    select account, region, model_id, agent_alias as resource,
        sum(invocations) as calls, sum(model_invocations) as steps, sum(input) as input, sum(output) as output
    from agent_usage
    where ts >= $window_from and ts < $window_to and invocations is not null and model_invocations is not null
    group by all
)
select c.account, c.region, c.model_id, c.resource,
    format('{} in {} makes {:.1f} calls of {} a call: {:,} for {:,}',
        coalesce('Agent ' || regexp_extract(c.resource, 'agent-alias/(.*)$', 1), 'An inline agent'), c.region,
        cast(steps as double) / calls, coalesce(k.name, c.model_id), cast(steps as bigint),
        cast(calls as bigint)) as title,
    concat('Every step sends the whole conversation again, so the tokens of a call grow faster than its steps.',
        if(input > 0, format(' A call takes {:,} input and {:,} output tokens.', cast(input // calls as bigint),
            cast(output // calls as bigint)), '')) as reason
from counted as c
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model)
where calls >= $calls and steps >= $perCall * calls
order by all
