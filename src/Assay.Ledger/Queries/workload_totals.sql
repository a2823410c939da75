with counted as (
    select
        workload_id, sum(calls) as calls, sum(input) as input, sum(output) as output, sum(cache_read) as cache_read,
        sum(w5m) as w5m, sum(w1h) as w1h, sum(w30m) as w30m, sum(unknown) as unknown
    from workload_counted
    group by workload_id
),
priced as (
    select workload_id, sum(usd) as usd
    from line_item
    where ts >= $window_from and ts < $window_to and workload_id is not null
    group by workload_id
)
select
    w.workload_id, w.slug, w.name, w.account, w.caller, w.model, w.tools, w.owner,
    cast(c.calls as bigint),
    cast(coalesce(c.input, 0) as bigint), cast(coalesce(c.output, 0) as bigint),
    cast(coalesce(c.cache_read, 0) as bigint), cast(coalesce(c.w5m, 0) as bigint),
    cast(coalesce(c.w1h, 0) as bigint), cast(coalesce(c.w30m, 0) as bigint),
    cast(coalesce(c.unknown, 0) as bigint),
    cast(p.usd as decimal(28, 12))
from workload as w
join counted as c using (workload_id)
left join priced as p using (workload_id)
order by p.usd desc nulls last, w.slug;
