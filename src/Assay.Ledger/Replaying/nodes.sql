-- Nodes with parents before their children; the number of a role is its place in the service's own order.
select
    coalesce(p.place, -1), n.depth,
    case n.role when 'tools' then 0 when 'system' then 1 when 'user' then 2 else 3 end,
    coalesce(n.block_tokens, 0), coalesce(s.tokens, cast(-1 as bigint)),
    case n.kind when 'tool-result' then 1 else 0 end
from replay_node as r
join shape_node as n using (node_id)
left join replay_node as p on p.node_id = n.parent_id
left join shape_size as s on s.node_id = n.node_id
order by r.place
