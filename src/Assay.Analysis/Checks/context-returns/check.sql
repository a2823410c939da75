-- title: Large blocks of context come again behind prompts that differ
-- severity: low
-- sources: invocation-logs
-- parameter: blocks 100 large blocks of a caller's last messages below which nothing is judged
-- parameter: bytes 4000 of a block from which it is large
-- parameter: again 0.5 of the large blocks that were sent before, from which it is told
with large as (
    select node_id, content, bytes
    from shape_node
    where role = 'user' and kind = 'text' and bytes >= $bytes
),
-- A prompt ends with a large block, or with one behind it.
ending as (
    select node_id as leaf, node_id from large
    union all
    select n.node_id, n.parent_id
    from shape_node as n
    semi join large as l on l.node_id = n.parent_id
),
recent as (
    select distinct m.account, m.region, m.model_id, c.caller, e.node_id
    from call as c
    join ending as e using (leaf)
    join meter as m using (meter_id)
    where c.ts >= $window_from and c.ts < $window_to
),
placed as (
    -- The same node again is a prefix that is the same: that is for caching. Here only places count.
    select account, region, model_id, caller, content, count(*) as places, any_value(bytes) as bytes
    from recent
    join large using (node_id)
    group by account, region, model_id, caller, content
),
counted as (
    select account, region, model_id, caller, sum(places) as blocks, count(*) as contents, avg(bytes) as bytes
    from placed
    group by all
)
select c.account, c.region, c.model_id, c.caller as resource,
    format('{} sends {:,} large blocks of context to {} in {}; {:,} are different, {:.0f}% came before',
        coalesce(c.caller, 'Somebody'), cast(blocks as bigint), coalesce(k.name, c.model_id), c.region, contents,
        100.0 * cast(blocks - contents as double) / cast(blocks as double)) as title,
    format('They have {:,} bytes on average and stand behind prompts that differ, where no cache can read them.',
        cast(bytes as bigint)) as reason
from counted as c
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model)
where blocks >= $blocks and blocks - contents >= $again * blocks
order by all
