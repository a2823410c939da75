-- Every call with the names of what it is of.
create or replace view calls as
select
    c.call_id, c.ts, m.account, m.region, c.inference_region, m.model_id, r.model, r.scope, m.tier, c.operation,
    c.caller, c.session, w.name as workload, g.conversation, c.metadata, c.input, c.output, c.cache_read,
    c.cache_write_5m, c.cache_write_1h, c.cache_write_30m, c.cache_write_unknown_ttl, c.max_tokens, c.stop,
    c.latency_ms, c.first_token_ms, c.error, c.tools_offered, c.tools_used, c.cache_points, c.leaf, c.leaf_blocks,
    f.place, c.line
from call as c
join meter as m using (meter_id)
left join model_reference as r using (account, region, model_id)
left join call_group as g using (call_no)
left join workload as w using (workload_id)
left join ingested_file as f using (file_id);
