with minutes as (
    -- What a minute takes of a model unit: reads count a tenth, writes five quarters (AWS blog of 2026-03-12).
    select meter_id, coalesce(input, 0) + 1.25 * coalesce(cache_write, 0) + 0.1 * coalesce(cache_read, 0)
        + coalesce(output, 0) as used
    from demand
    where ts >= $window_from and ts < $window_to
)
select
    meter_id,
    cast(quantile_disc(used, 0.95) as decimal(28, 3)),
    cast(max(used) as decimal(28, 3)),
    cast(sum(used) as decimal(28, 3)),
    cast(count(*) as bigint)
from minutes
group by meter_id
order by meter_id;
