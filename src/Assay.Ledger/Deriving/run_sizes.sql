-- Runs of traces have sizes of their own.
insert into shape_size
select node_id, cast(depth + count as bigint) * block_tokens, true
from shape_node
where kind = 'run';
