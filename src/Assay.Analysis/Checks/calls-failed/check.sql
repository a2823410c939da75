-- title: Calls fail and are sent again
-- severity: medium
-- sources: invocation-logs
-- parameter: calls 100 calls of a caller below which nothing is judged
-- parameter: share 0.05 of the calls that failed, from which it is told
with made as (
    select m.account, m.region, m.model_id, c.caller, c.error, c.ts,
        coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
            + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0) + coalesce(c.output, 0) as tokens,
        c.error is not null and c.leaf is not null
            and lead(c.ts) over (partition by c.meter_id, c.leaf, c.leaf_blocks order by c.ts) - c.ts
                <= interval 5 minutes as is_sent_again
    from call as c
    join meter as m using (meter_id)
    where c.ts >= $window_from and c.ts < $window_to
),
counted as (
    select account, region, model_id, caller, count(*) as calls, count(error) as failed, mode(error) as most,
        count(*) filter (where is_sent_again) as again, coalesce(sum(tokens) filter (where error is not null), 0) as tokens
    from made
    group by all
)
select c.account, c.region, c.model_id, c.caller as resource,
    format('{:,} of {:,} calls of {} by {} in {} failed ({:.1f}%), most with {}', failed, calls,
        coalesce(k.name, c.model_id), coalesce(c.caller, 'somebody'), c.region, 100.0 * failed / calls, most) as title,
    format('{:,} of them were sent again within five minutes, as far as prompts are known. The log counts {:,} tokens of '
        || 'failed calls; they are in the costs.', again, cast(tokens as bigint)) as reason
from counted as c
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model)
where calls >= $calls and failed >= $share * calls and failed > 0
order by all
