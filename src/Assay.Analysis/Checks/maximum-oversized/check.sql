-- title: Calls reserve far more output than they use
-- severity: low
-- sources: invocation-logs
-- parameter: calls 100 calls with a maximum below which nothing is judged
-- parameter: times 4 mean maximum, in times of the 99th percentile of output, from which it is told
-- parameter: least 1000 mean maximum in tokens below which it is no matter
with sized as (
    -- Calls whose answers are as long are taken for one, so that no quantile holds every call.
    select m.account, m.region, m.model_id, c.caller, c.output, count(*) as calls, sum(c.max_tokens) as reserved,
        sum(least(c.output, c.max_tokens)) as used,
        sum(coalesce(c.input, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
            + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0)) as sent
    from call as c
    join meter as m using (meter_id)
    where c.ts >= $window_from and c.ts < $window_to and c.max_tokens is not null and c.output is not null
        and c.error is null
    group by all
),
ranked as (
    select *, sum(calls) over (partition by account, region, model_id, caller order by output) as upto,
        sum(calls) over (partition by account, region, model_id, caller) as of_all
    from sized
),
asked as (
    select account, region, model_id, caller, cast(sum(calls) as bigint) as calls,
        cast(sum(reserved) as double) / cast(sum(calls) as double) as maximum,
        greatest(min(output) filter (where upto >= of_all - of_all // 100), 1) as p99, sum(reserved) as reserved,
        sum(used) as used, sum(sent) as sent
    from ranked
    group by all
)
select a.account, a.region, a.model_id, a.caller as resource,
    format('{} calls {} in {} with a maximum of {:,} tokens and gets at most {:,} in 99 of 100 answers',
        coalesce(a.caller, 'Somebody'), coalesce(k.name, a.model_id), a.region, cast(maximum as bigint),
        cast(p99 as bigint)) as title,
    format('At its start a call takes its input, its cache writes and its maximum from the quota of tokens a minute; '
        || 'what was not used comes back when it ends. In {:,} calls {:.0f}% of what was taken was never used. '
        || 'It costs no dollars, but throttles come sooner.',
        calls, 100.0 * cast(reserved - used as double) / cast(reserved + sent as double)) as reason
from asked as a
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model)
where calls >= $calls and maximum >= $least and maximum >= $times * p99
order by all
