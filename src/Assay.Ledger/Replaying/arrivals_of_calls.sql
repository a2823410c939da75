-- Calls of each workload by UTC hour of the day.
with hours as (
    select workload_id, began, sum(calls) as calls
    from counted_hour
    group by all
),
called as (
    select workload_id, max(calls) as busiest, count(distinct date_trunc('day', began)) as days
    from hours
    group by workload_id
)
select
    workload_id,
    cast(extract('hour' from began) as integer) as hour,
    cast(sum(calls) as bigint),
    cast(coalesce(sum(calls) filter (where calls * 2 <= busiest), 0) as bigint),
    any_value(days)
from hours
join called using (workload_id)
group by workload_id, hour
order by workload_id, hour
