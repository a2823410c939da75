-- Of a slice: calls by UTC day, workload and context band, cut where a window or the one before it begins or ends.
with counted as (
    select c.*, coalesce(input, 0) + coalesce(cache_read, 0) + coalesce(cache_write_5m, 0)
        + coalesce(cache_write_1h, 0) + coalesce(cache_write_30m, 0) + coalesce(cache_write_unknown_ttl, 0) as prompt
    from call as c
    where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
)
select
    c.meter_id,
    g.workload_id,
    cast(greatest(
        date_trunc('day', ts),
        case
            when ts >= $window_to then $window_to
            when ts >= $window_from then $window_from
            when ts >= $window_before then $window_before
            else date_trunc('day', ts)
        end) as timestamp) as piece,
    prompt > b.long_from as is_long,
    cast(coalesce(sum(input), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint),
    cast(coalesce(sum(cache_read), 0) as bigint),
    cast(coalesce(sum(cache_write_5m), 0) as bigint),
    cast(coalesce(sum(cache_write_1h), 0) as bigint),
    cast(coalesce(sum(cache_write_30m), 0) as bigint),
    cast(coalesce(sum(cache_write_unknown_ttl), 0) as bigint)
from counted as c
left join call_group as g using (call_no)
left join band as b on b.meter_id = c.meter_id
group by c.meter_id, g.workload_id, piece, is_long;
