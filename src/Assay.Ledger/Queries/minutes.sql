-- What capacity is sized from: every minute of every meter that was read by the minute, without the hours that calls
-- count.
select
    d.meter_id, d.ts, coalesce(input, 0), coalesce(output, 0), coalesce(cache_read, 0), coalesce(cache_write, 0)
from demand as d
where not exists (
        from superseded as s where s.meter_id = d.meter_id and date_trunc('hour', s.ts) = date_trunc('hour', d.ts))
    and d.ts >= $window_from and d.ts < $window_to
order by d.ts, d.meter_id;
