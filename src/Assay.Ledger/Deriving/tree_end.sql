delete from shape_size;

insert into shape_size
select node_id, tokens, is_exact
from walked
where tokens is not null;

drop table tree;
drop table below;
