-- Calls that were tried in every period of every meter, and how they failed. Throttled attempts are no invocations.
create or replace view usage_tried_by_hour as
select
    ts, account, region, endpoint, model_id, scope, name,
    coalesce(invocations, 0) + coalesce(throttles, 0) as attempts, client_errors, server_errors, throttles
from usage_by_hour;
