with counted as (
    select
        g.workload_id,
        count(*) as calls,
        nullif(count(distinct g.conversation), 0) as conversations,
        sum(input) as input, sum(output) as output, sum(cache_read) as cache_read, sum(cache_write_5m) as w5m,
        sum(cache_write_1h) as w1h, sum(cache_write_30m) as w30m, sum(cache_write_unknown_ttl) as unknown
    from call as c
    join call_group as g using (call_no)
    -- An anti join beside another join loses columns in DuckDB 1.5.6: an internal error.
    where not exists (from superseded as s where s.meter_id = c.meter_id and s.ts = date_trunc('hour', c.ts))
        and c.ts >= $window_from and c.ts < $window_to and g.workload_id is not null
    group by g.workload_id
),
priced as (
    select workload_id, sum(usd) as usd
    from line_item
    where ts >= $window_from and ts < $window_to and workload_id is not null
    group by workload_id
)
select
    w.workload_id, w.slug, w.name, w.account, w.caller, w.model, w.tools, w.owner,
    c.calls, c.conversations,
    cast(coalesce(c.input, 0) as bigint), cast(coalesce(c.output, 0) as bigint),
    cast(coalesce(c.cache_read, 0) as bigint), cast(coalesce(c.w5m, 0) as bigint),
    cast(coalesce(c.w1h, 0) as bigint), cast(coalesce(c.w30m, 0) as bigint),
    cast(coalesce(c.unknown, 0) as bigint),
    cast(p.usd as decimal(28, 12))
from workload as w
join counted as c using (workload_id)
left join priced as p using (workload_id)
order by p.usd desc nulls last, w.slug;
