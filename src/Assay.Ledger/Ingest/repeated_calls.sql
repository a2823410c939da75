-- Calls that came although the ledger held them, or came twice: the first stays. The same record comes with the same
-- time, so only that stretch of the ledger is searched.
create or replace temp table repeated_call as
with fresh as (
    select call_no, call_id, operation, ts
    from call
    where call_no > $last
),
twice as (
    select call_id, operation, min(call_no) as first
    from fresh
    group by call_id, operation
    having count(*) > 1
)
select f.call_no
from fresh as f
join twice as t on t.call_id = f.call_id and t.operation = f.operation
where f.call_no <> t.first
union
select f.call_no
from fresh as f
semi join (
    select call_id, operation
    from call
    where call_no <= $last and ts between (select min(ts) from fresh) and (select max(ts) from fresh)
) as c on c.call_id = f.call_id and c.operation = f.operation;
