-- What calls have in common that one place in somebody's code makes: account, caller, model, the tools it offers and
-- the skeleton of tools and system. Where almost every call has a skeleton of its own, the system prompt is made anew
-- each time, and tells nothing.
create or replace temp table workload_key as
with skeletons as (
    select m.account, m.model_id, c.caller, c.tools_offered, c.skeleton, count(*) as calls
    from call as c
    join meter as m using (meter_id)
    group by all
),
places as (
    select account, model_id, caller, tools_offered, count(*) > 8 and count(*) * 4 > sum(calls) as is_any
    from skeletons
    group by all
),
placed as (
    select
        m.account, m.model_id, c.caller, c.tools_offered, p.is_any, if(p.is_any, null, c.skeleton) as told,
        c.ts, c.call_id, m.region,
        -- $owner stands for what the metadata says.
        $owner as owner
    from call as c
    join meter as m using (meter_id)
    join places as p on p.account = m.account and p.model_id = m.model_id
        and p.caller is not distinct from c.caller and p.tools_offered is not distinct from c.tools_offered
)
select
    -- In order of first calls; a call is of one key, so no two keys have the same first.
    cast(row_number() over (order by min(ts), min(call_id), account, model_id) - 1 as integer) as place,
    account, model_id, caller, tools_offered, is_any, told as skeleton,
    any_value(region) as region,
    -- One owner, or nobody knows which.
    case when count(distinct owner) = 1 and count(owner) = count(*) then min(owner) end as owner
from placed
group by account, model_id, caller, tools_offered, is_any, told;
