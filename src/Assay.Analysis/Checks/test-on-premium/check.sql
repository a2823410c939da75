-- title: A test workload spends on a large model
-- severity: low
-- sources: cloudwatch-metrics, inference-profiles
-- parameter: usd 50 US dollars of the window from which it is told
select c.account, c.region, c.model_id, null as resource,
    format('{} spent ${:,.2f} on {}', coalesce(r.profile, r.owner), cast(sum(c.usd) as double), coalesce(any_value(k.name), c.model)) as title,
    'Its name says that it is for tests or development, where a small model or the flex tier mostly does.' as reason, sum(c.usd) as usd
from cost as c
join model_reference as r using (account, region, model_id)
left join known_model as k on k.model = c.model
where ts >= $window_from and ts < $window_to and regexp_matches(lower(coalesce(r.profile, '') || ' ' || coalesce(r.owner, '')), '(^|[^a-z])(dev|test|testing|staging|sandbox|ci|qa)([^a-z]|$)')
    and regexp_matches(c.model, 'opus|sonnet|premier|large|gpt-5|405b')
group by c.account, c.region, c.model_id, r.profile, r.owner, c.model
having sum(c.usd) >= $usd
order by all
