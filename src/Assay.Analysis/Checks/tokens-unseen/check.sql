-- title: Calls are counted and their tokens are not
-- severity: low
-- sources: cloudwatch-metrics
-- parameter: calls 100 calls of the window below which nothing is judged
select account, region, model_id, null as resource,
    format('{:,} calls of {} in {} have no token counts', cast(sum(invocations) as bigint), model_id, region) as title,
    'What is not counted by the token is priced otherwise (images, audio, custom models), or failed before it began.' as reason
from usage_by_hour
where ts >= $window_from and ts < $window_to and endpoint = 'runtime'
group by account, region, model_id
having sum(invocations) >= $calls and coalesce(sum(input), 0) + coalesce(sum(output), 0) + coalesce(sum(cache_read), 0) = 0
order by all
