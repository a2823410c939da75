-- Every priced line with the names of what it is for.
create or replace view cost as
select
    l.ts, m.account, m.region, m.endpoint, m.model_id, r.model, r.scope,
    coalesce(r.owner, w.owner, w.caller) as owner, w.name as workload, m.tier, m.long_context, m.project, m.source,
    l.kind, l.quantity, l.usd, l.usd_low, l.usd_high,
    coalesce(r.profile || ' (' || coalesce(k.name, m.model_id) || ')', k.name, m.model_id) as name
from line_item as l
join meter as m using (meter_id)
left join model_reference as r using (account, region, model_id)
left join workload as w on w.workload_id = l.workload_id
left join known_model as k on k.model = r.model;
