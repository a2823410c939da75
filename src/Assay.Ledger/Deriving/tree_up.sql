insert into below
select p.node_id, sum(t.tokens), sum(t.bytes), sum(t.n), min(t.least)
from (
    select parent_id, exact as tokens, upto as bytes, 1 as n, exact as least
    from tree
    where depth = $depth and exact is not null
    union all
    select tree.parent_id, b.tokens, b.bytes, b.n, b.least
    from tree
    join below as b using (node_id)
    where depth = $depth and exact is null
) as t
join tree as p on p.node_id = t.parent_id and p.depth = $depth - 1 and p.exact is null
group by p.node_id;
