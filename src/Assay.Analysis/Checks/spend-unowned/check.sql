-- title: Spend without an owner
-- severity: low
-- sources: cloudwatch-metrics, tags
-- parameter: share 0.1 share of the spend of the account from which it is told
-- parameter: usd 10 US dollars of the window from which it is told
select account, 'all' as region, null as model_id, null as resource,
    format('{:.0f}% of the spend, ${:,.2f}, has no owner', 100 * cast(sum(usd) filter (owner is null and project is null) / sum(usd) as double), cast(sum(usd) filter (owner is null and project is null) as double)) as title,
    'Calls by a bare model id carry no tag: nobody can be asked about them and no budget holds them.' as reason,
    sum(usd) filter (owner is null and project is null) as usd
from cost
where ts >= $window_from and ts < $window_to
group by account
having sum(usd) filter (owner is null and project is null) >= greatest($usd, $share * sum(usd))
order by all
