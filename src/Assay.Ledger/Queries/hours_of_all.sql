-- The same by the hour, where nothing finer was read.
select
    meter_id, date_trunc('hour', ts) as began, cast(coalesce(sum(input), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint), cast(coalesce(sum(cache_read), 0) as bigint),
    cast(coalesce(sum(cache_write_5m), 0) + coalesce(sum(cache_write_1h), 0) + coalesce(sum(cache_write_30m), 0)
        + coalesce(sum(cache_write_unknown_ttl), 0) as bigint)
from counted_usage
where ts >= $window_from and ts < $window_to
group by meter_id, began
order by began, meter_id;
