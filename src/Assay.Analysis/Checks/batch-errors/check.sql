-- title: A batch job lost records
-- severity: medium
-- sources: batch-jobs
-- parameter: share 0.01 share of records that failed from which it is told
select account, region, model_id, name as resource,
    format('Batch job {} in {} failed on {:,} of {:,} records', name, region, error_records, total_records) as title,
    'Records that fail are mostly sent again, on demand at twice the price.' as reason
from batch_job
where total_records > 0 and error_records >= $share * total_records and error_records > 0
order by all
