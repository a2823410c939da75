delete from shape_size;

insert into shape_size
select node_id, tokens, is_exact from walked where tokens is not null
union all
select node_id, cast(depth + count as bigint) * block_tokens, true from shape_node where kind = 'run';
