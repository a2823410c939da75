-- What calls have in common that one place in somebody's code makes: account, caller, model, the tools it offers and
-- the skeleton of tools and system. Where almost every call has a skeleton of its own, the system prompt is made anew
-- each time, and tells nothing.
create or replace temp table workload_key as
with alike as materialized (
    -- Calls are read once, and what they say of themselves is taken apart once for all that say the same.
    select
        m.account, m.model_id, c.caller, c.tools_offered, c.skeleton, c.metadata,
        count(*) as calls, min(c.ts) as ts, min(c.call_id) as call_id, min(m.region) as region
    from call as c
    join meter as m using (meter_id)
    group by all
),
skeletons as (
    select account, model_id, caller, tools_offered, skeleton, sum(calls) as calls
    from alike
    group by all
),
places as (
    select account, model_id, caller, tools_offered, count(*) > 8 and count(*) * 4 > sum(calls) as is_any
    from skeletons
    group by all
),
placed as (
    select
        c.account, c.model_id, c.caller, c.tools_offered, p.is_any,
        -- Not named as the column it is made of: a group by that name would take the column.
        if(p.is_any, null, c.skeleton) as told,
        c.ts, c.call_id, c.region,
        -- $owner stands for what the metadata says.
        $owner as owner
    from alike as c
    join places as p on p.account = c.account and p.model_id = c.model_id
        and p.caller is not distinct from c.caller and p.tools_offered is not distinct from c.tools_offered
)
select
    -- In order of first calls; a call is of one key, so no two keys have the same first.
    cast(row_number() over (order by min(ts), min(call_id), account, model_id) - 1 as integer) as place,
    account, model_id, caller, tools_offered, is_any, told as skeleton,
    min(region) as region,
    -- One owner, or nobody knows which.
    case when count(distinct owner) = 1 and count(owner) = count(*) then min(owner) end as owner
from placed
group by account, model_id, caller, tools_offered, is_any, told;
