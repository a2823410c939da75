-- Calls by the hour, as a meter counts them. Throttled calls are not among the invocations, as in CloudWatch.
delete from usage where meter_id in (select meter_id from meter where source = 'calls');

insert into usage
select
    meter_id, date_trunc('hour', ts), 3600,
    count(*) filter (where error is null),
    count(*) filter (where kind = 'client'),
    count(*) filter (where kind = 'server'),
    count(*) filter (where kind = 'throttle'),
    sum(input), sum(output), sum(cache_read), sum(cache_write_5m), sum(cache_write_1h), sum(cache_write_30m),
    sum(cache_write_unknown_ttl)
from (
    select *, case
        when error is null then null
        when error in ('ThrottlingException', 'TooManyRequestsException', 'ModelNotReadyException') then 'throttle'
        when error in ('InternalServerException', 'ServiceUnavailableException', 'ModelTimeoutException',
            'ModelErrorException', 'ModelStreamErrorException') then 'server'
        else 'client'
    end as kind
    from call
)
group by meter_id, date_trunc('hour', ts);
