-- What the new calls of a part hold, and how many of those read were known.
select
    count(*),
    (select count(*) from stage_call semi join stage_file using (file_id) where part = $part) - count(*),
    cast(coalesce(sum(input), 0) as bigint),
    cast(coalesce(sum(output), 0) as bigint),
    cast(coalesce(sum(cache_read), 0) as bigint),
    cast(coalesce(sum(cache_write_5m), 0) as bigint),
    cast(coalesce(sum(cache_write_1h), 0) as bigint),
    cast(coalesce(sum(cache_write_30m), 0) as bigint),
    cast(coalesce(sum(cache_write_unknown_ttl), 0) as bigint)
from stage_call as s
semi join fresh_call as f on f.place = s.rowid
where part = $part;
