select l.meter_id, w.owner, w.caller, cast(sum(l.usd) as decimal(28, 12))
from line_item as l
join workload as w using (workload_id)
where l.ts >= $window_from and l.ts < $window_to and l.usd is not null
group by all
order by all;
