-- What is counted of the calls of a window, slice by slice.
create or replace temp table counted_sum (
    group_place integer, operation varchar, inference_region varchar, first bigint, calls bigint, failed bigint,
    stopped bigint, answers bigint, offering bigint, using_tools bigint, pointed bigint, implicit bigint
);

create or replace temp table counted_hour (workload_id integer, began timestamp, calls bigint);

create or replace temp table counted_answer (workload_id integer, answer bigint);
