-- What the new calls hold, and how many of those read were known.
select
    count(*),
    (select count(*) from stage_call semi join stage_file using (file_id)) - count(*),
    cast(coalesce(sum(input), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint),
    cast(coalesce(sum(cache_read), 0) as bigint),
    cast(coalesce(sum(cache_write_5m), 0) as bigint),
    cast(coalesce(sum(cache_write_1h), 0) as bigint),
    cast(coalesce(sum(cache_write_30m), 0) as bigint),
    cast(coalesce(sum(cache_write_unknown_ttl), 0) as bigint)
from fresh_call;
