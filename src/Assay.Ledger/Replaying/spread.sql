-- What the calls of each group have in common: sizes of answers and prompts, the maximum that was asked for, why
-- answers ended.
select
    g.place, count(*), coalesce(quantile_disc(c.output, 0.5), 0), coalesce(quantile_disc(c.output, 0.95), 0),
    coalesce(quantile_disc(c.output, 0.99), 0), coalesce(max(c.output), 0),
    count(*) filter (where c.max_tokens is null), coalesce(quantile_disc(c.max_tokens, 0.5), -1),
    count(*) filter (where c.stop in ('max_tokens', 'length', 'MAX_TOKENS')),
    coalesce(max(
        coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
        + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0)), 0),
    coalesce(bool_or(c.tools_offered is not null and c.tools_offered <> '[]'), false)
from call as c
left join call_group as w using (call_no)
join replay_group as g on g.meter_id = c.meter_id and g.workload_id is not distinct from w.workload_id
where c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
group by g.place
order by g.place
