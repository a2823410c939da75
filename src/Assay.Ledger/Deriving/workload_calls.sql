-- Calls to the workloads of their keys: workload_of has a number for each row of workload_key.
create or replace temp table regrouped as
select c.call_no, g.conversation, o.workload_id
from call as c
join meter as m using (meter_id)
join workload_of as o on o.account = m.account and o.model_id = m.model_id
    and o.caller is not distinct from c.caller and o.tools_offered is not distinct from c.tools_offered
    and (o.skeleton is not distinct from c.skeleton or o.is_any)
left join call_group as g using (call_no);

delete from call_group;

-- In order of calls, so that a stretch of them finds its rows in one place.
insert into call_group
select * from regrouped order by call_no;

drop table regrouped;
