-- What agents and guardrails counted, and what is known of the models in use.

-- Calls of an agent and the model calls they led to, by the hour. Never added to usage, which counts the same model
-- calls under their model. agent_alias is null for agents that are defined in the call.
create table agent_usage (
    account        varchar   not null,
    region         varchar   not null,
    operation      varchar   not null,
    agent_alias    varchar,
    model_id       varchar   not null,
    ts             timestamp not null,
    seconds        integer   not null,
    invocations    bigint,
    model_invocations bigint,
    input          bigint,
    output         bigint
);

-- Requests to a version of a guardrail, by the hour.
create table guardrail_usage (
    account        varchar   not null,
    region         varchar   not null,
    guardrail      varchar   not null,
    version        varchar   not null,
    ts             timestamp not null,
    seconds        integer   not null,
    invocations    bigint,
    intervened     bigint,
    text_units     bigint
);

-- What the program's catalogue knows of each model in use. Derived: rebuilt whenever prices are applied.
create table known_model (
    model          varchar   not null,
    name           varchar   not null,
    status         varchar   not null,
    legacy_from    date,
    end_of_life    date,
    successor      varchar,
    successor_name varchar,
    same_tokenizer boolean,
    burn_down      integer
);

-- What a meter's tokens of the reported window would cost on the model that follows its own, at the prices of the
-- window's last day. usd is null where a price is not known. Derived: rebuilt whenever prices are applied.
create table successor_cost (
    meter_id       integer   not null,
    window_from    timestamp not null,
    window_to      timestamp not null,
    usd            decimal(28, 12)
);

update ledger_meta set schema_version = 2;
