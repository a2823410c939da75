-- What metrics counted by UTC day, cut where a window or the one before it begins or ends, so that every window sums
-- whole pieces.
select
    meter_id,
    cast(greatest(
        date_trunc('day', ts),
        case
            when ts >= $window_to then $window_to
            when ts >= $window_from then $window_from
            when ts >= $window_before then $window_before
            else date_trunc('day', ts)
        end) as timestamp) as piece,
    cast(sum(input) as bigint),
    cast(sum(output) as bigint),
    cast(sum(cache_read) as bigint),
    cast(sum(cache_write_5m) as bigint),
    cast(sum(cache_write_1h) as bigint),
    cast(sum(cache_write_30m) as bigint),
    cast(sum(cache_write_unknown_ttl) as bigint),
    cast(max(coalesce(input, 0) + coalesce(cache_read, 0) + coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0)
        + coalesce(cache_write_30m, 0) + coalesce(cache_write_unknown_ttl, 0)) as bigint)
from counted_usage
join meter using (meter_id)
where source = 'metrics'
group by meter_id, piece
order by meter_id, piece;
