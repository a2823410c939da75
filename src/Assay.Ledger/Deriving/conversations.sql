-- Which call a call goes on from: the one whose prompt and answer its own prompt repeats. Where several calls asked and
-- answered alike, the first that is followed goes to the first that follows, and so on; nobody is followed by what
-- came before it.
create or replace temp table following as
select
    w.answer as node, c.call_no, c.ts,
    row_number() over (partition by w.answer order by c.ts, c.call_id) as place
from call as c
join walked as w on w.node_id = c.leaf
where w.answer is not null;

-- Most answers are followed by nothing, so only the others are sorted.
create or replace temp table followed as
select
    node, call_no, ts, row_number() over (partition by node order by ts, call_id) as place
from (
    select answer_leaf as node, call_no, ts, call_id from call where answer_leaf is not null
    union
    select answer_leaf_plain, call_no, ts, call_id from call where answer_leaf_plain is not null
)
semi join following using (node);

-- A link is to an earlier call, and in the end to the first.
create or replace temp table link as
with earlier as (
    select f.node, f.call_no, f.place, a.place as last
    from following as f
    asof join followed as a on a.node = f.node and a.ts <= f.ts
)
select e.call_no, a.call_no as before
from earlier as e
join followed as a on a.node = e.node and a.place = least(e.place, e.last)
where a.call_no <> e.call_no;

-- A trace that names its conversations is believed.
insert into link
select call_no, first
from (
    select c.call_no, first_value(c.call_no) over (partition by m.account, c.thread order by c.ts, c.call_id) as first
    from call as c
    join meter as m using (meter_id)
    where c.thread is not null
)
where call_no <> first and call_no not in (select call_no from link);
