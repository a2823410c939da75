-- Of the calls of ended files, those that the ledger does not hold; the first in order of file and line stays.
create or replace temp table fresh_call as
select s.*
from (
    select c.*
    from stage_call as c
    semi join stage_file using (file_id)
    qualify row_number() over (partition by call_id, operation order by file_id, line) = 1
) as s
anti join call as c on c.call_id = s.call_id and c.operation = s.operation;
