-- Single calls, from invocation logs and token traces: what each took, who made it, and the shape of its prompt. No
-- text of a prompt or an answer; every hash is made with a key that is not in here.

-- Which key the hashes were made with, as a check value that tells nothing of the key.
create table hash_key (
    key_check      varchar   not null
);

-- One row for each file that was ingested, written with its calls. digest is of the bytes as they are stored.
create table ingested_file (
    file_id        integer   not null,
    digest         varchar   not null,
    place          varchar   not null,
    compressed     bigint    not null,
    uncompressed   bigint    not null,
    records        bigint    not null,
    kept           bigint    not null,
    duplicate      bigint    not null,
    rejected       bigint    not null,
    is_whole       boolean   not null,
    ingested_at    timestamp not null
);

-- One model invocation. The counts exclude one another; a missing count is unknown. leaf is the last node of the
-- prompt; answer_leaf the node that a prompt passes which repeats this prompt and its answer (answer_leaf_plain: the
-- same without the model's reasoning). cache_points are depth:ttl, parted by spaces.
create table call (
    call_no                 bigint    not null,
    call_id                 uuid      not null,
    file_id                 integer   not null,
    line                    bigint    not null,
    ts                      timestamp not null,
    meter_id                integer   not null,
    inference_region        varchar,
    operation               varchar   not null,
    caller                  varchar,
    session                 varchar,
    thread                  varchar,
    metadata                varchar,
    input                   bigint,
    output                  bigint,
    cache_read              bigint,
    cache_write_5m          bigint,
    cache_write_1h          bigint,
    cache_write_30m         bigint,
    cache_write_unknown_ttl bigint,
    max_tokens              bigint,
    stop                    varchar,
    latency_ms              bigint,
    first_token_ms          bigint,
    error                   varchar,
    tools_offered           varchar,
    tools_used              varchar,
    cache_points            varchar,
    leaf                    bigint,
    leaf_blocks             integer,
    answer_leaf             bigint,
    answer_leaf_plain       bigint,
    answer                  bigint,
    skeleton                bigint
);

-- Prompts as a prefix tree: a block after the blocks before it. A prompt is its last node. Nodes of kind 'run' are of
-- token traces: "count" consecutive blocks of block_tokens tokens, the first id in content.
create table shape_node (
    node_id        bigint    not null,
    parent_id      bigint,
    depth          integer   not null,
    role           varchar   not null,
    kind           varchar   not null,
    bytes          integer   not null,
    bytes_upto     bigint    not null,
    content        bigint    not null,
    template       bigint    not null,
    tool_name      varchar,
    count          integer   not null,
    block_tokens   integer
);

-- Tokens of the prompt up to and including a node: exact where a call ends there, by bytes between. Derived.
create table shape_size (
    node_id        bigint    not null,
    tokens         bigint    not null,
    is_exact       boolean   not null
);

-- The place in somebody's code that makes calls: caller x model x tools and system. Derived.
create table workload (
    workload_id    integer   not null,
    slug           varchar   not null,
    name           varchar   not null,
    account        varchar   not null,
    caller         varchar,
    model          varchar,
    tools          varchar,
    owner          varchar
);

-- Which conversation and workload a call belongs to; a conversation that nobody knows is null. Derived.
create table call_group (
    call_no        bigint    not null,
    conversation   bigint,
    workload_id    integer
);

-- Hours of a meter that another source counts better: calls where logs are complete, metrics where not. Derived.
create table superseded (
    meter_id       integer   not null,
    ts             timestamp not null
);

-- Line items of calls are by workload, so that a workload's dollars are sums.
alter table line_item add column workload_id integer;
