-- Objects of S3 that were read completely, so that the same version is not downloaded again to see that it is known.
create table ingested_object (
    place          varchar   not null,
    etag           varchar   not null,
    bytes          bigint    not null
);

update ledger_meta set schema_version = 4;
