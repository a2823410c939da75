-- Of a slice: calls of each workload, conversation by conversation, summed up as they are read. As a left join, because
-- an inner one beside a filter on hours would hold all of call_group.
create or replace temp table workload_slice as
select
    g.workload_id, g.conversation, count(*) as calls, sum(c.input) as input, sum(c.output) as output,
    sum(c.cache_read) as cache_read, sum(c.cache_write_5m) as w5m, sum(c.cache_write_1h) as w1h,
    sum(c.cache_write_30m) as w30m, sum(c.cache_write_unknown_ttl) as unknown
from call as c
left join call_group as g using (call_no)
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
group by g.workload_id, g.conversation;

insert into workload_counted
select workload_id, sum(calls), sum(input), sum(output), sum(cache_read), sum(w5m), sum(w1h), sum(w30m), sum(unknown)
from workload_slice
where workload_id is not null
group by workload_id;
