-- Every call's first is replaced by that one's first, so the distance doubles.
create or replace temp table next_root as
select r.call_no, coalesce(f.first, r.first) as first
from root as r
left join root as f on f.call_no = r.first;
