-- title: Many calls carry little
-- severity: low
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: calls 100000 calls a day from which it is told
-- parameter: tokens 60 tokens a call, prompt and answer, below which it is told
select account, region, model_id, null as resource,
    format('{} in {} is called {:,} times a day for {:.0f} tokens each', name, region,
        cast(sum(invocations) * 86400 / date_diff('second', $window_from, $window_to) as bigint), cast(sum(coalesce(input, 0) + coalesce(output, 0) + coalesce(cache_read, 0)) / sum(invocations) as double)) as title,
    'Calls that small are mostly labels and look-ups: many can share one prompt, and answers that repeat can be kept.' as reason
from usage_by_hour
where ts >= $window_from and ts < $window_to and invocations > 0
group by account, region, model_id, name
having sum(invocations) >= $calls * date_diff('second', $window_from, $window_to) / 86400
    and sum(coalesce(input, 0) + coalesce(output, 0) + coalesce(cache_read, 0)) between 1 and $tokens * sum(invocations)
order by all
