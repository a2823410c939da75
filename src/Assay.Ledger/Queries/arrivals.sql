-- Calls by UTC hour of the day. Left out: meters without a call, and those with a period longer than an hour.
with hours as (
    select
        meter_id, date_trunc('hour', ts) as began, cast(sum(invocations) as bigint) as calls, max(seconds) as seconds
    from counted_usage
    where ts >= $window_from and ts < $window_to
    group by all
),
called as (
    select
        meter_id, max(calls) as busiest,
        count(distinct date_trunc('day', began)) filter (where calls > 0) as days
    from hours
    group by meter_id
    having sum(calls) > 0 and max(seconds) <= 3600
)
select
    meter_id,
    cast(extract('hour' from began) as integer) as hour,
    cast(coalesce(sum(calls), 0) as bigint),
    cast(coalesce(sum(calls) filter (where calls * 2 <= busiest), 0) as bigint),
    any_value(days)
from hours
join called using (meter_id)
group by meter_id, hour
order by meter_id, hour;
