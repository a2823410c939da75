-- Of a slice: every column is of one width and without nulls, because columns are copied as they lie in memory.
select
    epoch_us(c.ts), g.place, $lane, coalesce(c.leaf, cast(0 as bigint)), coalesce(c.leaf_blocks, -1),
    coalesce(c.input, cast(-1 as bigint)), coalesce(c.output, cast(-1 as bigint)),
    coalesce(c.cache_read, cast(0 as bigint)), coalesce(c.cache_write_5m, cast(0 as bigint)),
    coalesce(c.cache_write_1h, cast(0 as bigint)), coalesce(c.cache_write_30m, cast(0 as bigint)),
    coalesce(c.cache_write_unknown_ttl, cast(0 as bigint))
from call as c
left join call_group as w using (call_no)
join replay_group as g on g.meter_id = c.meter_id and g.workload_id is not distinct from w.workload_id
$join_lane
left join replay_file as f using (file_id)
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
order by c.ts, f.place, c.line
