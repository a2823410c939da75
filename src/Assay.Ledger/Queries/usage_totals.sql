select
    meter_id,
    cast(sum(invocations) as bigint),
    cast(sum(client_errors) as bigint),
    cast(sum(server_errors) as bigint),
    cast(sum(throttles) as bigint),
    cast(sum(input) as bigint),
    cast(sum(output) as bigint),
    cast(sum(cache_read) as bigint),
    cast(sum(cache_write_5m) as bigint),
    cast(sum(cache_write_1h) as bigint),
    cast(sum(cache_write_30m) as bigint),
    cast(sum(cache_write_unknown_ttl) as bigint),
    cast(count(*) filter (where invocations > 0) as bigint)
from counted_usage
where ts >= $window_from and ts < $window_to
group by meter_id
order by meter_id;
