-- title: Logs hold no prompts
-- severity: low
-- sources: invocation-logging
select account, region, null as model_id, coalesce(s3_bucket, log_group) as resource,
    format('Logs in {} hold no text, so that caching and trimming can not be replayed', region) as title,
    'Counts are logged and texts are not: common beginnings of prompts stay unseen.' as reason
from logging
where (s3_bucket is not null or log_group is not null) and not text
order by all
