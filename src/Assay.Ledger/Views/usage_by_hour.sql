-- Every period of every meter, with the names of what it counts.
create or replace view usage_by_hour as
select
    u.ts, m.account, m.region, m.endpoint, m.model_id, r.model, r.scope, r.owner, m.tier, m.project, m.source,
    u.invocations, u.client_errors, u.server_errors, u.throttles, u.input, u.output, u.cache_read,
    u.cache_write_5m, u.cache_write_1h, u.cache_write_30m, u.cache_write_unknown_ttl,
    coalesce(r.profile || ' (' || coalesce(k.name, m.model_id) || ')', k.name, m.model_id) as name
from counted_usage as u
join meter as m using (meter_id)
left join model_reference as r using (account, region, model_id)
left join known_model as k using (model);
