insert into ingested_file
select
    f.file_id, f.digest, f.place, f.compressed, f.uncompressed, f.records,
    coalesce(k.kept, 0), f.records - f.rejected - coalesce(k.kept, 0), f.rejected, f.is_whole, f.ingested_at
from stage_file as f
left join (select file_id, sum(kept) as kept from stage_kept group by file_id) as k using (file_id);

create or replace temp table stage_call as select c.* from stage_call as c anti join stage_file using (file_id);
create or replace temp table stage_node as select n.* from stage_node as n anti join stage_file using (file_id);
delete from stage_file;
delete from stage_kept;
