-- Of a part of the calls of ended files, those that the ledger does not hold; the first in order of file and line stays.
-- The same record comes with the same time, so only that stretch of the ledger is searched.
create or replace temp table fresh_call as
with staged as (
    select rowid as place, call_id, operation, ts
    from stage_call
    semi join stage_file using (file_id)
    where part = $part
    qualify row_number() over (partition by call_id, operation order by file_id, line) = 1
)
select s.place
from staged as s
anti join (
    select call_id, operation
    from call
    where ts between (select min(ts) from staged) and (select max(ts) from staged)
) as c on c.call_id = s.call_id and c.operation = s.operation;
