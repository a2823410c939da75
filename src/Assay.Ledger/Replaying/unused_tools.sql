-- Definitions of tools that a workload sends and none of its answers calls, where it makes calls enough to tell.
select n.place, g.place
from (
    select w.workload_id, unnest(from_json(c.tools_offered, '["varchar"]')) as tool
    from call as c
    join call_group as w using (call_no)
    where c.tools_offered is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
        and w.workload_id in (select workload_id from call_group group by workload_id having count(*) >= $least)
    except
    select w.workload_id, unnest(from_json(c.tools_used, '["varchar"]'))
    from call as c
    join call_group as w using (call_no)
    where c.tools_used is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
) as u
join replay_group as g on g.workload_id = u.workload_id
join shape_node as s on s.role = 'tools' and s.kind = 'tool' and s.tool_name = u.tool
join replay_node as n using (node_id)
order by all
