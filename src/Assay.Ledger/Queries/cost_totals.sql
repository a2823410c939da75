select
    meter_id, kind,
    cast(sum(quantity) as decimal(28, 6)),
    cast(sum(usd) as decimal(28, 12)),
    cast(sum(usd_low) as decimal(28, 12)),
    cast(sum(usd_high) as decimal(28, 12)),
    cast(coalesce(sum(quantity) filter (where usd is null), 0) as decimal(28, 6))
from line_item
where ts >= $window_from and ts < $window_to
group by meter_id, kind
order by meter_id, kind;
