-- Every node of the prefix tree with its size.
create or replace view shape as
select n.*, s.tokens, s.is_exact
from shape_node as n
left join shape_size as s using (node_id);
