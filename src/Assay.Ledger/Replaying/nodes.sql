-- Every node; the number of a role is its place in the service's own order.
select
    node_id, coalesce(parent_id, cast(0 as bigint)), depth,
    case role when 'tools' then 0 when 'system' then 1 when 'user' then 2 else 3 end,
    coalesce(block_tokens, 0), case kind when 'tool-result' then 1 else 0 end
from shape_node
