-- What capacity is sized from: every minute of every meter that was read by the minute.
select
    meter_id, ts, coalesce(input, 0), coalesce(output, 0), coalesce(cache_read, 0), coalesce(cache_write, 0)
from demand
where ts >= $window_from and ts < $window_to
order by ts, meter_id;
