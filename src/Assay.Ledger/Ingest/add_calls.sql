insert into call
select (select coalesce(max(call_no), 0) from call) + row_number() over () as call_no, * exclude (call_no, part)
from stage_call as s
semi join fresh_call as f on f.place = s.rowid
where part = $part;

insert into stage_kept
select file_id, count(*)
from stage_call as s
semi join fresh_call as f on f.place = s.rowid
where part = $part
group by file_id;

drop table fresh_call;
