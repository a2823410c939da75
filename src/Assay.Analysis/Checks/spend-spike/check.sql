-- title: A day cost many times the usual
-- severity: medium
-- sources: cloudwatch-metrics
-- parameter: times 3 times the median day from which it is told
-- parameter: usd 50 US dollars of a day below which nothing is judged
with daily as (
    select account, day, sum(usd) as usd from cost_by_day
    where day >= $window_from and day < $window_to
    group by all
), usual as (select account, median(usd) as usual, count(*) as days from daily group by account)
select d.account, 'all' as region, null as model_id, strftime(d.day, '%Y-%m-%d') as resource,
    format('{} cost ${:,.2f}, {:.1f} times the usual ${:,.2f}', strftime(d.day, '%Y-%m-%d'), cast(d.usd as double), cast(d.usd / u.usual as double), cast(u.usual as double)) as title,
    'A day far above the median is a loop, a backfill or a new caller.' as reason
from daily as d join usual as u using (account)
where u.days >= 5 and u.usual > 0 and d.usd >= $usd and d.usd >= $times * u.usual
order by all
