-- Nodes that came although the ledger held them, or came twice; of those with one id the longest stays, then the first.
-- Rows of this transaction have row ids above all others.
create or replace temp table repeated_node as
with fresh as (
    select node_id
    from shape_node
    where rowid > $last
),
repeated as (
    select node_id
    from fresh
    group by node_id
    having count(*) > 1
    union
    select node_id
    from shape_node
    semi join fresh using (node_id)
    where rowid <= $last
)
select place
from (
    select n.rowid as place, row_number() over (partition by n.node_id order by n.count desc, n.rowid) as number
    from shape_node as n
    semi join repeated using (node_id)
)
where number > 1;
