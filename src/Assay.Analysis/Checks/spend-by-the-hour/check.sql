-- title: Most of a day is spent in one hour
-- severity: low
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.5 share of the tokens of all days that fell into one hour of the day
-- parameter: calls 1000 calls of the window below which nothing is judged
with hourly as (
    select account, region, model_id, name, hour(ts) as hour, sum(coalesce(input, 0) + coalesce(output, 0)) as tokens, sum(invocations) as calls
    from usage_by_hour where ts >= $window_from and ts < $window_to group by all
), whole as (select account, region, model_id, sum(tokens) as tokens, sum(calls) as calls from hourly group by all)
select h.account, h.region, h.model_id, null as resource,
    format('{:.0f}% of the tokens of {} in {} fall into the hour from {:02d}:00 UTC', 100 * cast(h.tokens / w.tokens as double), h.name, h.region, h.hour) as title,
    'What comes all at once each day is a job: it can be spread, batched or made to wait, and needs no quota for peaks.' as reason
from hourly as h join whole as w using (account, region, model_id)
where w.calls >= $calls and w.tokens > 0 and h.tokens >= $share * w.tokens
order by all
