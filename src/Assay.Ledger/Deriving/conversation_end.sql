-- A conversation's number is the place of its first call in time, so it is the same in whatever order files came.
delete from call_group;

insert into call_group
with firsts as (
    select first, row_number() over (order by c.ts, c.call_id) as number
    from (select distinct first from root) as f
    join call as c on c.call_no = f.first
)
select c.call_no, f.number, null
from call as c
left join root as r using (call_no)
left join firsts as f using (first);

drop table followed;
drop table link;
drop table root;
