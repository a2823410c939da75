-- title: A batch job runs for more than a day
-- severity: low
-- sources: batch-jobs
-- parameter: hours 24 hours since it was submitted from which it is told
select account, region, model_id, name as resource,
    format('Batch job {} in {} was submitted {} hours ago and has not ended', name, region, date_diff('hour', submitted, $window_to)) as title,
    'A batch that waits blocks others of its model, and who waits for it may send its records on demand.' as reason
from batch_job
where ended is null and status in ('Submitted', 'Validating', 'Scheduled', 'InProgress')
    and submitted < $window_to - to_hours(cast($hours as integer))
order by all
