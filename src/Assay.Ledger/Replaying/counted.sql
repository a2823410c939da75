-- Of a slice: what is counted of its calls, joined with their workloads once. An unknown count is -1.
create or replace temp table counted_call as
select
    g.place as group_place, w.workload_id, w.conversation, c.call_no, c.ts, c.operation, c.inference_region, c.answer,
    coalesce(c.output, -1) as output, coalesce(c.max_tokens, -1) as max_tokens,
    coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
        + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0) as prompt,
    c.error is not null as is_failed,
    coalesce(c.stop in ('max_tokens', 'length', 'MAX_TOKENS'), false) as is_stopped,
    c.tools_offered is not null and c.tools_offered <> '[]' as offers_tools,
    c.tools_used is not null and c.tools_used <> '[]' as uses_tools,
    coalesce(c.cache_points, '') <> '' as has_points,
    coalesce(c.cache_read, 0) > 0 as is_read
from call as c
left join call_group as w using (call_no)
join replay_group as g on g.meter_id = c.meter_id and g.workload_id is not distinct from w.workload_id
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted;

insert into counted_sum
select
    group_place, operation, inference_region, min(call_no), count(*), count(*) filter (where is_failed),
    count(*) filter (where is_stopped), count(answer), count(*) filter (where offers_tools),
    count(*) filter (where uses_tools), count(*) filter (where has_points),
    count(*) filter (where is_read and not has_points)
from counted_call
group by group_place, operation, inference_region;

insert into counted_hour
select workload_id, date_trunc('hour', ts), count(*)
from counted_call
where workload_id is not null
group by all;

insert into counted_answer
select distinct workload_id, answer
from counted_call
where workload_id is not null and answer is not null;
