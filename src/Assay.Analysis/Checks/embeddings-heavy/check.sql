-- title: Much is spent on embeddings
-- severity: low
-- sources: cloudwatch-metrics
-- parameter: share 0.2 share of the spend of the account from which it is told
-- parameter: usd 50 US dollars of the window below which nothing is judged
select account, 'all' as region, null as model_id, null as resource,
    format('Embeddings cost ${:,.2f}, {:.0f}% of the spend', cast(sum(usd) filter (model like '%embed%') as double), 100 * cast(sum(usd) filter (model like '%embed%') / sum(usd) as double)) as title,
    'Embeddings are cheap: that much mostly means that the same documents are embedded again and again.' as reason,
    sum(usd) filter (model like '%embed%') as usd
from cost
where ts >= $window_from and ts < $window_to
group by account
having sum(usd) filter (model like '%embed%') >= greatest($usd, $share * sum(usd))
order by all
