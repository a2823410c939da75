with counted as (
    select
        meter_id, date_trunc('day', ts) as day,
        sum(input) as input, sum(output) as output, sum(cache_read) as cache_read,
        sum(coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0) + coalesce(cache_write_30m, 0)
            + coalesce(cache_write_unknown_ttl, 0)) as cache_write,
        sum(invocations) as invocations
    from counted_usage
    where ts >= $window_from and ts < $window_to
    group by all
),
priced as (
    select meter_id, date_trunc('day', ts) as day, sum(usd) as usd
    from line_item
    where ts >= $window_from and ts < $window_to
    group by all
)
select
    cast(day as timestamp),
    meter_id,
    cast(coalesce(sum(c.input), 0) as bigint),
    cast(coalesce(sum(c.output), 0) as bigint),
    cast(coalesce(sum(c.cache_read), 0) as bigint),
    cast(coalesce(sum(c.cache_write), 0) as bigint),
    cast(sum(c.invocations) as bigint),
    cast(sum(p.usd) as decimal(28, 12))
from counted as c
full join priced as p using (meter_id, day)
group by day, meter_id
order by day, meter_id;
