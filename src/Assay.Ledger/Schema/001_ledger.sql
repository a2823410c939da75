-- The ledger: what happened, as facts. Times are UTC. An unknown is null, never zero. Nothing here holds text of a
-- prompt or an answer. Migrations are appended, never edited.

create table ledger_meta (
    schema_version integer   not null,
    lowest_reader  integer   not null,
    created_by     varchar   not null
);

-- One row for each reading of a source; what was read replaces the same account, Region and hours read before.
create table reading (
    window_from    timestamp not null,
    window_to      timestamp not null,
    read_at        timestamp not null,
    created_by     varchar   not null,
    api_calls      integer   not null,
    api_cost_usd   decimal(18, 6) not null
);

create table account (
    account        varchar   not null,
    name           varchar
);

create table coverage (
    source         varchar   not null,
    account        varchar,
    region         varchar,
    status         varchar   not null,
    reason         varchar
);

create table diagnostic (
    level          varchar   not null,
    place          varchar   not null,
    what           varchar   not null,
    remedy         varchar   not null
);

-- A stream of usage that overlaps no other: account x Region x endpoint x model id, split by tier, context band or
-- project where the source tells them apart. Calls of a later source meet metrics here, under source 'calls'.
create table meter (
    meter_id       integer   not null,
    account        varchar   not null,
    region         varchar   not null,
    endpoint       varchar   not null,
    model_id       varchar   not null,
    source         varchar   not null,
    tier           varchar,
    long_context   boolean,
    project        varchar
);

-- Counts of a meter in one period. input excludes cache reads and cache writes, as CloudWatch and the logs count it.
create table usage (
    meter_id                integer   not null,
    ts                      timestamp not null,
    seconds                 integer   not null,
    invocations             bigint,
    client_errors           bigint,
    server_errors           bigint,
    throttles               bigint,
    input                   bigint,
    output                  bigint,
    cache_read              bigint,
    cache_write_5m          bigint,
    cache_write_1h          bigint,
    cache_write_30m         bigint,
    cache_write_unknown_ttl bigint
);

-- The same tokens by the minute, where capacity needs it. Never added to usage.
create table demand (
    meter_id       integer   not null,
    ts             timestamp not null,
    input          bigint,
    output         bigint,
    cache_read     bigint,
    cache_write    bigint
);

-- Statistics of a per-request metric over a whole window.
create table distribution (
    meter_id       integer   not null,
    metric         varchar   not null,
    window_from    timestamp not null,
    window_to      timestamp not null,
    p50            decimal(18, 3),
    p90            decimal(18, 3),
    p99            decimal(18, 3),
    max            decimal(18, 3)
);

create table inference_profile (
    account        varchar   not null,
    region         varchar   not null,
    profile_id     varchar   not null,
    arn            varchar   not null,
    name           varchar   not null,
    is_application boolean   not null,
    model_arns     varchar   not null
);

create table resource_tag (
    account        varchar   not null,
    region         varchar   not null,
    arn            varchar   not null,
    key            varchar   not null,
    value          varchar   not null
);

create table provisioned_model (
    account        varchar   not null,
    region         varchar   not null,
    arn            varchar   not null,
    name           varchar   not null,
    model_arn      varchar   not null,
    foundation_arn varchar   not null,
    model_units    integer   not null,
    status         varchar   not null,
    commitment     varchar,
    commitment_ends timestamp,
    created        timestamp not null
);

create table derived_model (
    account        varchar   not null,
    region         varchar   not null,
    kind           varchar   not null,
    arn            varchar   not null,
    name           varchar   not null,
    base_model_arn varchar,
    status         varchar,
    created        timestamp
);

create table batch_job (
    account        varchar   not null,
    region         varchar   not null,
    arn            varchar   not null,
    name           varchar   not null,
    model_id       varchar   not null,
    status         varchar   not null,
    submitted      timestamp,
    ended          timestamp,
    total_records  bigint,
    processed_records bigint,
    success_records bigint,
    error_records  bigint
);

create table logging (
    account        varchar   not null,
    region         varchar   not null,
    log_group      varchar,
    s3_bucket      varchar,
    s3_prefix      varchar,
    text           boolean
);

create table foundation_model (
    account        varchar   not null,
    region         varchar   not null,
    model_id       varchar   not null,
    name           varchar   not null,
    provider       varchar   not null,
    status         varchar,
    legacy_from    timestamp,
    end_of_life    timestamp
);

create table quota (
    account        varchar   not null,
    region         varchar   not null,
    code           varchar   not null,
    name           varchar   not null,
    value          decimal(28, 6) not null,
    adjustable     boolean   not null
);

create table billed (
    account        varchar   not null,
    day            date      not null,
    service        varchar   not null,
    usage_type     varchar   not null,
    usd            decimal(28, 12) not null,
    quantity       decimal(28, 6) not null
);

-- What a model id means in an account and Region. Derived: rebuilt whenever prices are applied.
create table model_reference (
    account        varchar   not null,
    region         varchar   not null,
    model_id       varchar   not null,
    kind           varchar   not null,
    scope          varchar   not null,
    model          varchar,
    profile        varchar,
    owner          varchar,
    why            varchar
);

-- Priced usage: a meter's tokens of one kind on one UTC day, cut where the reported window begins or ends (ts is where
-- the piece begins). Derived: rebuilt with the price book named in pricing. quantity is tokens, or unit-hours where kind
-- is 'provisioned'. usd is null where no price is known.
create table line_item (
    meter_id       integer   not null,
    ts             timestamp not null,
    kind           varchar   not null,
    quantity       decimal(28, 6) not null,
    usd            decimal(28, 12),
    usd_low        decimal(28, 12),
    usd_high       decimal(28, 12)
);

create table pricing (
    price_book     varchar   not null
);

-- Why a meter's line items have no price, and which assumptions the others needed.
create table pricing_note (
    meter_id       integer   not null,
    note           varchar   not null,
    unpriced       boolean   not null
);
