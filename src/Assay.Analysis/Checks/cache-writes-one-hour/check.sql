-- title: One-hour cache entries are read hour after hour too little
-- severity: low
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: readShare 0.526 read / (read + written) below which a one-hour write can not pay
-- parameter: tokens 1000000 tokens written for an hour below which nothing is judged
select account, region, model_id, null as resource,
    format('{} in {} writes {:,} tokens for an hour and reads {:.0f}% of what goes through its cache', name, region,
        cast(sum(cache_write_1h) as bigint), 100 * cast(sum(coalesce(cache_read, 0)) / sum(coalesce(cache_read, 0) + cache_write_1h) as double)) as title,
    'A one-hour write costs twice the input price: below 52.6% of reads it costs more than no cache.' as reason
from usage_by_hour
where ts >= $window_from and ts < $window_to and cache_write_1h > 0
group by account, region, model_id, name
having sum(cache_write_1h) >= $tokens and sum(coalesce(cache_read, 0)) < $readShare * sum(coalesce(cache_read, 0) + cache_write_1h)
order by all
