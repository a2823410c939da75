-- Models of a kind (derived_model) that had no call between two times.
create or replace macro uncalled(wanted, begins, ends) as table
select d.account, d.region, d.name
from derived_model as d
where d.kind = wanted and not exists (
    select 1 from meter as m join usage as u using (meter_id)
    where m.account = d.account and m.region = d.region and u.ts >= begins and u.ts < ends and u.invocations > 0
        and (m.model_id = d.arn or m.model_id = d.name or d.arn like '%/' || m.model_id));
