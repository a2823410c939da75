-- What was read and is not committed yet. Temporary: a program that dies leaves nothing of it. A part is as much as is
-- worked on at once, so that a file of any size needs no more memory than a small one.
create or replace temp table stage_call as select *, 0 as part from call limit 0;
create or replace temp table stage_node as select *, 0 as file_id, 0 as part from shape_node limit 0;
create or replace temp table stage_file (
    file_id integer, digest varchar, place varchar, compressed bigint, uncompressed bigint, records bigint,
    rejected bigint, is_whole boolean, ingested_at timestamp
);
create or replace temp table stage_kept (file_id integer, kept bigint);
