-- Definitions of tools that a workload sends and none of its answers calls.
select s.node_id, g.place
from (
    select workload_id, tool from replay_tool where not is_used
    except
    select workload_id, tool from replay_tool where is_used
) as u
join replay_group as g on g.workload_id = u.workload_id
join shape_node as s on s.role = 'tools' and s.kind = 'tool' and s.tool_name = u.tool
order by all
