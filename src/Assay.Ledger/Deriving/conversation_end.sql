-- A conversation's number is the place of its first call in time, so it is the same in whatever order files came.
delete from call_group;

insert into call_group
with root as (
    select c.call_no, c.ts, c.call_id, coalesce(l.before, c.call_no) as first
    from call as c
    left join link as l using (call_no)
    where c.leaf_blocks is null and c.leaf is not null or c.thread is not null
),
firsts as (
    -- Links lead to their ends by now, and an end to itself.
    select first, row_number() over (order by ts, call_id) as number
    from root
    where first = call_no
)
select c.call_no, f.number, null
from call as c
left join root as r using (call_no)
left join firsts as f using (first);

drop table following;
drop table followed;
drop table link;
