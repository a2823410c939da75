-- What is known of each workload's calls, by counting alone. Rows are narrow, because a window sorts them.
with used as (
    select
        w.workload_id, w.conversation, c.call_no, epoch_us(c.ts) as us, c.operation, c.output, c.max_tokens, c.answer,
        c.inference_region,
        c.error is not null as is_failed,
        c.stop in ('max_tokens', 'length', 'MAX_TOKENS') as is_stopped,
        c.tools_offered is not null and c.tools_offered <> '[]' as offers_tools,
        c.tools_used is not null and c.tools_used <> '[]' as uses_tools,
        coalesce(c.cache_points, '') <> '' as has_points,
        c.cache_read > 0 as is_read,
        c.operation in ('ConverseStream', 'InvokeModelWithResponseStream') as is_streamed,
        coalesce(c.input, 0) + coalesce(c.cache_read, 0) + coalesce(c.cache_write_5m, 0) + coalesce(c.cache_write_1h, 0)
            + coalesce(c.cache_write_30m, 0) + coalesce(c.cache_write_unknown_ttl, 0) as prompt
    from call as c
    join call_group as w using (call_no)
    where w.workload_id is not null and c.ts >= make_timestamp($from) and c.ts < make_timestamp($to) $only_counted
),
followed as (
    select workload_id, us - lag(us) over (partition by workload_id, conversation order by us, call_no) as gap
    from used
    where conversation is not null
),
gaps as (
    select
        workload_id, count(gap) as follow_ups, count(*) filter (where gap > 300000000) as after_five,
        count(*) filter (where gap > 3600000000) as after_hour
    from followed
    group by workload_id
),
counted as (
    select
        workload_id, count(*) as calls, count(*) filter (where is_failed) as failed,
        count(distinct conversation) as conversations, mode(operation) as operation,
        coalesce(quantile_disc(prompt, 0.5), 0) as prompt,
        coalesce(quantile_disc(output, [0.5, 0.95, 0.99]), [0, 0, 0]) as outputs, coalesce(max(output), 0) as longest,
        count(*) filter (where max_tokens is null) as without, quantile_disc(max_tokens, 0.5) as maximum,
        count(*) filter (where is_stopped) as stopped, count(answer) as answers, count(distinct answer) as different,
        bool_or(offers_tools) as offers, count(*) filter (where has_points) as pointed,
        count(*) filter (where is_read and not has_points) as implicit, count(distinct inference_region) as regions,
        count(*) filter (where uses_tools) as used, count(*) filter (where is_streamed) as streamed
    from used
    group by workload_id
)
select
    workload_id, calls, failed, conversations, operation, prompt, outputs[1], outputs[2], outputs[3], longest, without,
    maximum, stopped, answers, different, offers, pointed, implicit, regions, coalesce(follow_ups, 0),
    coalesce(after_five, 0), coalesce(after_hour, 0), used, streamed
from counted
left join gaps using (workload_id)
order by workload_id
