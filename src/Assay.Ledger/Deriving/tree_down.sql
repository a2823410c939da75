insert into walked
select
    node_id, depth, tokens, exact is not null,
    coalesce(tokens, base_tokens), case when tokens is null then base_upto else upto end,
    case when is_answer then node_id else answer end
from (
    select
        t.node_id, t.depth, t.exact, t.upto, t.is_answer, coalesce(p.base_tokens, 0) as base_tokens,
        coalesce(p.base_upto, 0) as base_upto, p.answer,
        case
            when t.exact is not null then t.exact
            -- Whole numbers, rounded to the nearest.
            when b.bytes > b.n * coalesce(p.base_upto, 0) then cast(least(
                b.least,
                coalesce(p.base_tokens, 0) + (
                    2 * greatest(b.tokens - b.n * coalesce(p.base_tokens, 0), 0) * (t.upto - coalesce(p.base_upto, 0))
                    + (b.bytes - b.n * coalesce(p.base_upto, 0))
                ) // (2 * (b.bytes - b.n * coalesce(p.base_upto, 0)))) as bigint)
            else b.least
        end as tokens
    from tree as t
    left join walked as p on p.node_id = t.parent_id and p.depth = $depth - 1
    left join below as b on b.node_id = t.node_id
    where t.depth = $depth
);
