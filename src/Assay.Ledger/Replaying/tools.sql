-- Of a slice: tools that a workload offers, where it makes calls enough to tell, and tools that it uses. Calls that
-- offer alike are taken for one before their lists are taken apart.
insert into replay_tool
select distinct workload_id, unnest(from_json(tools, '["varchar"]')), is_used
from (
    select distinct w.workload_id, c.tools_offered as tools, false as is_used
    from call as c
    join call_group as w using (call_no)
    where c.tools_offered is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
        and w.workload_id in (select workload_id from call_group group by workload_id having count(*) >= $least)
    union all
    select distinct w.workload_id, c.tools_used, true
    from call as c
    join call_group as w using (call_no)
    where c.tools_used is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
);
