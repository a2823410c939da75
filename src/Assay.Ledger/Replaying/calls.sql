select
    epoch_us(c.ts), g.place, l.place, coalesce(n.place, -1), coalesce(c.leaf_blocks, -1),
    coalesce(c.input, -1), coalesce(c.output, -1), coalesce(c.cache_read, 0), coalesce(c.cache_write_5m, 0),
    coalesce(c.cache_write_1h, 0), coalesce(c.cache_write_30m, 0), coalesce(c.cache_write_unknown_ttl, 0)
from call as c
join meter as m using (meter_id)
left join call_group as w using (call_no)
join replay_group as g on g.meter_id = c.meter_id and g.workload_id is not distinct from w.workload_id
join replay_lane as l on l.lane = coalesce(c.inference_region, m.region)
left join replay_file as f using (file_id)
left join replay_node as n on n.node_id = c.leaf
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to)
order by c.ts, f.place, c.line
