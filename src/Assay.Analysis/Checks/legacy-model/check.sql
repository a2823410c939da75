-- title: A model in use is legacy
-- severity: medium
-- sources: cloudwatch-metrics, foundation-models
with used as (
    select m.account, m.region, m.model_id, any_value(r.model) as model, sum(s.usd) as next_usd,
        count(*) filter (s.usd is null) as unknown
    from meter as m
    join model_reference as r using (account, region, model_id)
    left join successor_cost as s
        on s.meter_id = m.meter_id and s.window_from = $window_from and s.window_to = $window_to
    where m.meter_id in (select meter_id from usage where ts >= $window_from and ts < $window_to and invocations > 0)
    group by m.account, m.region, m.model_id
), dated as (
    select u.*, k.name, k.successor_name, k.same_tokenizer,
        -- What AWS says of this Region goes before the catalogue, whose day is that of the last Regions.
        coalesce(cast(f.end_of_life as date), k.end_of_life) as ends,
        f.end_of_life is null and k.end_of_life is not null as in_the_last_regions,
        coalesce(f.status = 'LEGACY', false) or coalesce(k.status in ('legacy', 'end-of-life'), false) as legacy
    from used as u
    left join known_model as k using (model)
    left join foundation_model as f on f.account = u.account and f.region = u.region and f.model_id = u.model
), priced as (
    select account, region, model_id, any_value(name) as name, sum(usd) as usd,
        count(*) filter (usd is null) as unpriced
    from cost
    where ts >= $window_from and ts < $window_to
    group by all
)
select d.account, d.region, d.model_id, null as resource,
    concat(coalesce(p.name, d.name, d.model_id), ' in ', d.region,
        case
            when ends is null then ' is legacy; the day on which it ends is not known'
            when ends <= cast($window_to as date)
                then format(' reached its end of life on {}', strftime(ends, '%Y-%m-%d'))
            else format(' is legacy and reaches its end of life on {}', strftime(ends, '%Y-%m-%d'))
        end,
        case
            when d.successor_name is null then '; no successor is known'
            when d.unknown > 0 or p.usd is null or p.unpriced > 0
                then format('; what its tokens would cost on {} is not known', d.successor_name)
            else format('; its tokens cost ${:,.2f} a month, on {} ${:,.2f}', cast(p.usd as double) * $per_month,
                d.successor_name, cast(d.next_usd as double) * $per_month)
        end) as title,
    concat('A model that has ended answers no call.', case when in_the_last_regions
        then ' The day is that of the last Regions; AWS may end it earlier in this one.' else '' end,
        case when d.same_tokenizer = false
        then ' The successor has another tokenizer: it makes other counts of the same text.' else '' end) as reason,
    if(p.unpriced > 0, null, p.usd) as usd
from dated as d
left join priced as p using (account, region, model_id)
where legacy or ends <= cast($window_to as date)
order by all
