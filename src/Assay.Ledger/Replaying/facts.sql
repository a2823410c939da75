-- What is known of each workload's calls, by counting alone.
with used as (
    select
        w.workload_id, w.conversation, c.*,
        coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
            + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0) as prompt,
        c.ts - lag(c.ts) over (partition by w.workload_id, w.conversation order by c.ts, c.call_no) as gap
    from call as c
    join call_group as w using (call_no)
    where w.workload_id is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
)
select
    workload_id, count(*), count(*) filter (where error is not null), count(distinct conversation), mode(operation),
    coalesce(quantile_disc(prompt, 0.5), 0), coalesce(quantile_disc(output, 0.5), 0),
    coalesce(quantile_disc(output, 0.95), 0), coalesce(quantile_disc(output, 0.99), 0), coalesce(max(output), 0),
    count(*) filter (where max_tokens is null), quantile_disc(max_tokens, 0.5),
    count(*) filter (where stop in ('max_tokens', 'length', 'MAX_TOKENS')), count(answer), count(distinct answer),
    coalesce(bool_or(tools_offered is not null and tools_offered <> '[]'), false),
    count(*) filter (where coalesce(cache_points, '') <> ''),
    count(*) filter (where coalesce(cache_points, '') = '' and cache_read > 0),
    count(distinct inference_region), count(gap) filter (where conversation is not null),
    count(*) filter (where conversation is not null and gap > interval 5 minutes),
    count(*) filter (where conversation is not null and gap > interval 1 hour),
    count(*) filter (where tools_used is not null and tools_used <> '[]')
from used
group by workload_id
order by workload_id
