-- Usage without the hours that another source counts better: the one to sum.
create or replace view counted_usage as
select u.*
from usage as u
anti join superseded as s on s.meter_id = u.meter_id and s.ts = u.ts;
