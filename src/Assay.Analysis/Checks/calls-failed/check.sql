-- title: Calls fail and are sent again
-- severity: medium
-- sources: invocation-logs
-- parameter: calls 100 calls of a caller below which nothing is judged
-- parameter: share 0.05 of the calls that failed, from which it is told
with counted as (
    select m.account, m.region, m.model_id, c.caller, count(*) as calls, count(c.error) as failed,
        mode(c.error) as most, coalesce(sum(
            coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0)
            + coalesce(c.cache_write_1h, 0) + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0)
            + coalesce(c.output, 0)) filter (where c.error is not null), 0) as tokens
    from call as c
    join meter as m using (meter_id)
    where c.ts >= $window_from and c.ts < $window_to
    group by all
),
-- Only prompts of calls that failed are sorted: most calls don't.
sent_again as (
    select meter_id, caller, count(*) as again
    from (
        select c.meter_id, c.caller, c.error, lead(c.ts) over (
            partition by c.meter_id, c.leaf, c.leaf_blocks order by c.ts) - c.ts as wait
        from call as c
        semi join (
            select distinct meter_id, leaf, leaf_blocks
            from call
            where error is not null and leaf is not null and ts >= $window_from and ts < $window_to
        ) as f on f.meter_id = c.meter_id and f.leaf = c.leaf and f.leaf_blocks is not distinct from c.leaf_blocks
        where c.ts >= $window_from and c.ts < $window_to
    )
    where error is not null and wait <= interval 5 minutes
    group by all
),
told as (
    select c.*, coalesce(a.again, 0) as again
    from counted as c
    left join (
        select m.account, m.region, m.model_id, s.caller, cast(sum(s.again) as bigint) as again
        from sent_again as s
        join meter as m using (meter_id)
        group by all
    ) as a on a.account = c.account and a.region = c.region and a.model_id = c.model_id
        and a.caller is not distinct from c.caller
)
select c.account, c.region, c.model_id, c.caller as resource,
    format('{:,} of {:,} calls of {} by {} in {} failed ({:.1f}%), most with {}', failed, calls,
        coalesce(k.name, c.model_id), coalesce(c.caller, 'somebody'), c.region, 100.0 * failed / calls, most) as title,
    format('{:,} of them were sent again within five minutes, as far as prompts are known. The log counts {:,} tokens of '
        || 'failed calls; they are in the costs.', again, cast(tokens as bigint)) as reason
from told as c
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model)
where calls >= $calls and failed >= $share * calls and failed > 0
order by all
