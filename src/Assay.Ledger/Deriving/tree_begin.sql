-- The prefix tree of texts, laid out by depth, with what is known exactly: where calls end, their whole prompt is the
-- size. Calls that end alike and were counted differently have the largest of their counts.
create or replace temp table tree as
select n.node_id, n.parent_id, n.depth, n.bytes_upto as upto, e.tokens as exact, a.node_id is not null as is_answer
from shape_node as n
left join (
    select
        leaf as node_id,
        max(input + coalesce(cache_read, 0) + coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0)
            + coalesce(cache_write_30m, 0) + coalesce(cache_write_unknown_ttl, 0)) as tokens
    from call
    where leaf is not null and input is not null
    group by leaf
) as e using (node_id)
left join (
    select answer_leaf as node_id from call where answer_leaf is not null
    union
    select answer_leaf_plain from call where answer_leaf_plain is not null
) as a using (node_id)
where n.kind <> 'run'
order by n.depth;

-- Of a node without an exact size: the nearest exact ones below it.
create or replace temp table below (
    node_id bigint, tokens hugeint, bytes hugeint, n bigint, least bigint
);

-- base is the nearest size above, or of the node itself; answer the nearest node that repeats a call and its answer.
create or replace temp table walked (
    node_id bigint, depth integer, tokens bigint, is_exact boolean, base_tokens bigint, base_upto bigint, answer bigint
);
