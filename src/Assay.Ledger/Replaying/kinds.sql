-- Of a slice: what calls there are of.
insert into replay_kind
select distinct c.meter_id, g.workload_id, c.inference_region
from call as c
left join call_group as g using (call_no)
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to);
