-- title: The window is short for a months dollars
-- severity: low
-- sources: cloudwatch-metrics
-- parameter: days 7 days below which it is told
select min(account) as account, 'all' as region, null as model_id, null as resource,
    format('A month is reckoned from {:.1f} days', date_diff('hour', $window_from, $window_to) / 24.0) as title,
    'Weekends and month ends are not in a few days: dollars a month are the window''s rate.' as reason
from meter
where date_diff('hour', $window_from, $window_to) < 24 * $days
having count(*) > 0
order by all
