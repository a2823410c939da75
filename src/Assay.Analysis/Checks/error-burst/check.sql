-- title: Most calls of an hour failed
-- severity: medium
-- sources: cloudwatch-metrics
-- dollars: subject
-- parameter: share 0.5 share of an hour that must have failed
-- parameter: attempts 100 attempts of an hour below which it is not judged
with hourly as (
    select account, region, model_id, name, ts, sum(attempts) as attempts,
        sum(coalesce(client_errors, 0) + coalesce(server_errors, 0) + coalesce(throttles, 0)) as bad
    from usage_tried_by_hour
    where ts >= $window_from and ts < $window_to
    group by all
)
select account, region, model_id, null as resource,
    format('Most calls of {} in {} failed in {}, first on {}', name, region,
        if(count(*) = 1, '1 hour', count(*) || ' hours'),
        strftime(min(ts), '%Y-%m-%d %H:00')) as title,
    'An hour in which most calls fail is an outage or a runaway retry: nobody is told by an average.' as reason
from hourly
where attempts >= $attempts and bad >= $share * attempts
group by account, region, model_id, name
order by all
