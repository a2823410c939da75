select
    group_place, operation, inference_region, min(first), cast(sum(calls) as bigint), cast(sum(failed) as bigint),
    cast(sum(stopped) as bigint), cast(sum(answers) as bigint), cast(sum(offering) as bigint),
    cast(sum(using_tools) as bigint), cast(sum(pointed) as bigint), cast(sum(implicit) as bigint)
from counted_sum
group by group_place, operation, inference_region
order by all
