-- title: Calls are logged to CloudWatch Logs alone
-- severity: low
-- sources: invocation-logging
select account, region, null as model_id, log_group as resource,
    format('Calls in {} are logged to CloudWatch Logs and not to S3', region) as title,
    'CloudWatch Logs bills by the gigabyte taken in, many times what S3 asks, and cuts bodies above 100 KB.' as reason
from logging
where log_group is not null and s3_bucket is null
order by all
