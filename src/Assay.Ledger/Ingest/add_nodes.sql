-- Nodes of a part of the ended files that are new, or longer than they were known to be. Equal ids are equal nodes.
create or replace temp table fresh_node as
select
    node_id, any_value(parent_id) as parent_id, any_value(depth) as depth, any_value(role) as role,
    any_value(kind) as kind, any_value(bytes) as bytes, any_value(bytes_upto) as bytes_upto,
    any_value(content) as content, any_value(template) as template, any_value(tool_name) as tool_name,
    max(count) as count, any_value(block_tokens) as block_tokens
from stage_node
semi join stage_file using (file_id)
where part = $part
group by node_id;

delete from shape_node
using fresh_node
where shape_node.node_id = fresh_node.node_id and shape_node.count < fresh_node.count;

insert into shape_node
select f.*
from fresh_node as f
anti join shape_node as s using (node_id);

drop table fresh_node;
