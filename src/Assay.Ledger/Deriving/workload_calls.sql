-- Calls to the workloads of their keys: workload_of has a number for each row of workload_key.
update call_group
set workload_id = k.workload_id
from (
    select c.call_no, o.workload_id
    from call as c
    join meter as m using (meter_id)
    join workload_of as o on o.account = m.account and o.model_id = m.model_id
        and o.caller is not distinct from c.caller and o.tools_offered is not distinct from c.tools_offered
        and (o.skeleton is not distinct from c.skeleton or o.is_any)
) as k
where call_group.call_no = k.call_no;
