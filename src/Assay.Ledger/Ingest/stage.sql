-- What was read and is not committed yet. Temporary: a program that dies leaves nothing of it.
create or replace temp table stage_call as from call limit 0;
create or replace temp table stage_node as select *, 0 as file_id from shape_node limit 0;
create or replace temp table stage_file (
    file_id integer, digest varchar, place varchar, compressed bigint, uncompressed bigint, records bigint,
    rejected bigint, is_whole boolean, ingested_at timestamp
);
