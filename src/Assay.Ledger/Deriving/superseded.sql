-- Where metrics and calls tell of the same model and hour, one of them counts: the calls if the log is complete, which
-- it is with 98 of 100 of the metric's invocations (an hour's first and last calls may fall on its other side).
delete from superseded;

insert into superseded
with keyed as (
    select meter_id, source, account, region, regexp_extract(model_id, '[^/]*$') as key
    from meter
    where endpoint = 'runtime'
),
hours as (
    select
        source, account, region, key, date_trunc('hour', ts) as hour, sum(invocations) as calls,
        sum(coalesce(input, 0) + coalesce(output, 0) + coalesce(cache_read, 0)) as tokens
    from usage
    join keyed using (meter_id)
    group by all
),
shared_hour as (
    select
        account, region, key, hour,
        case
            when m.calls is not null then c.calls >= 0.98 * m.calls or m.calls - c.calls <= 2
            else c.tokens >= 0.98 * m.tokens
        end as is_complete
    from (select * from hours where source = 'metrics') as m
    join (select * from hours where source = 'calls') as c using (account, region, key, hour)
)
select distinct meter_id, ts
from usage
join keyed using (meter_id)
join shared_hour as b on b.account = keyed.account and b.region = keyed.region and b.key = keyed.key
    and b.hour = date_trunc('hour', usage.ts)
where is_complete = (source = 'metrics');
