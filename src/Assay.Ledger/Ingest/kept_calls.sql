-- What the new calls of each file hold.
select
    file_id,
    count(*),
    cast(coalesce(sum(input), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint),
    cast(coalesce(sum(cache_read), 0) as bigint),
    cast(coalesce(sum(cache_write_5m), 0) as bigint),
    cast(coalesce(sum(cache_write_1h), 0) as bigint),
    cast(coalesce(sum(cache_write_30m), 0) as bigint),
    cast(coalesce(sum(cache_write_unknown_ttl), 0) as bigint)
from call
where call_no > $last
group by file_id;
