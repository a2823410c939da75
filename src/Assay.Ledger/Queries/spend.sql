-- Dollars of every model id; null where any of its lines has no price.
select
    account, region, model_id, any_value(model),
    cast(if(count(*) filter (usd is null) > 0, null, sum(usd)) as decimal(28, 12))
from cost
where ts >= $window_from and ts < $window_to
group by account, region, model_id
order by account, region, model_id;
