select
    coalesce(p.place, -1), n.depth, n.role, coalesce(n.block_tokens, 0), coalesce(s.tokens, -1)
from replay_node as r
join shape_node as n using (node_id)
left join replay_node as p on p.node_id = n.parent_id
left join shape_size as s on s.node_id = n.node_id
order by r.place
