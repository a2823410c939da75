-- title: Spend grows fast within the window
-- severity: low
-- sources: cloudwatch-metrics
-- parameter: times 1.5 second half / first half from which it is told
-- parameter: usd 100 US dollars of the second half below which nothing is judged
with halves as (
    select account, model_id, name,
        sum(usd) filter (ts < $window_from + ($window_to - $window_from) / 2) as before,
        sum(usd) filter (ts >= $window_from + ($window_to - $window_from) / 2) as after
    from cost where ts >= $window_from and ts < $window_to group by all
)
select account, 'all' as region, model_id, null as resource,
    format('{} cost ${:,.2f} in the second half of the window and ${:,.2f} in the first', name, cast(after as double), cast(before as double)) as title,
    'Growth within days is a launch or a leak; the month will cost more than the window says.' as reason, coalesce(before, 0) + after as usd
from halves
where before > 0 and after >= $usd and after >= $times * before
order by all
