-- Tokens of a meter by the hour, as the Reserved tier counts them: cache writes are input, cache reads are neither.
select
    date_trunc('hour', ts) as began,
    cast(coalesce(sum(input), 0) + coalesce(sum(cache_write_5m), 0) + coalesce(sum(cache_write_1h), 0)
        + coalesce(sum(cache_write_30m), 0) + coalesce(sum(cache_write_unknown_ttl), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint)
from counted_usage
where meter_id = $meter_id and ts >= $window_from and ts < $window_to
group by all
order by began;
