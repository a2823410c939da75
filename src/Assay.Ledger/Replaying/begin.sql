-- What calls are ordered and looked up by, as small whole numbers: the meter and workload of a call as one group,
-- inference Regions, files in the order of their digests.
create or replace temp table replay_group as
select
    meter_id, workload_id,
    cast(row_number() over (order by meter_id, workload_id nulls first) - 1 as integer) as place
from (select distinct meter_id, workload_id from replay_kind);

create or replace temp table replay_lane as
select lane, cast(row_number() over (order by lane) - 1 as integer) as place
from (
    select distinct coalesce(k.inference_region, m.region) as lane
    from replay_kind as k
    join meter as m using (meter_id)
);

create or replace temp table replay_file as
select file_id, row_number() over (order by digest, file_id) as place
from ingested_file;
