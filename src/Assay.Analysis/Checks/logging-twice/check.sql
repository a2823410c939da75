-- title: Calls are logged to two places
-- severity: low
-- sources: invocation-logging
select account, region, null as model_id, log_group as resource,
    format('Calls in {} are logged to CloudWatch Logs and to S3', region) as title,
    'The same bodies are paid for twice, and taken in by CloudWatch Logs at many times the price of S3.' as reason
from logging
where log_group is not null and s3_bucket is not null and text
order by all
