-- title: Tokens of a known model have no price
-- severity: medium
-- sources: cloudwatch-metrics
select m.account, m.region, m.model_id, null as resource,
    format('{:,} tokens of {} in {} have no price: {}', cast(sum(l.quantity) as bigint), m.model_id, m.region, min(n.note)) as title,
    'They are not counted as free: totals leave them out and say so.' as reason
from line_item as l
join meter as m using (meter_id)
join model_reference as r using (account, region, model_id)
join pricing_note as n on n.meter_id = m.meter_id and n.unpriced
where ts >= $window_from and ts < $window_to and l.usd is null and r.model is not null
group by m.account, m.region, m.model_id
order by all
