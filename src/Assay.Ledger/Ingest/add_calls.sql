insert into call
select
    (select coalesce(max(call_no), 0) from call) + row_number() over (order by ts, call_id) as call_no,
    * exclude (call_no)
from fresh_call;

insert into ingested_file
select
    f.file_id, f.digest, f.place, f.compressed, f.uncompressed, f.records,
    coalesce(k.kept, 0), f.records - f.rejected - coalesce(k.kept, 0), f.rejected, f.is_whole, f.ingested_at
from stage_file as f
left join (select file_id, count(*) as kept from fresh_call group by file_id) as k using (file_id);

delete from stage_call where file_id in (select file_id from stage_file);
delete from stage_node where file_id in (select file_id from stage_file);
delete from stage_file;
drop table fresh_call;
drop table fresh_node;
