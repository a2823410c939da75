-- Nodes are most of a ledger's rows, and a column of words is written several times as slowly as one of numbers. The
-- words stand in the order of the program's own, and a new one comes last. A program that appends text here is refused.
create type block_role as enum ('tools', 'system', 'user', 'assistant');

create type block_kind as enum (
    'run', 'tool', 'text', 'image', 'document', 'video', 'audio', 'tool-use', 'tool-result', 'reasoning', 'other');

alter table shape_node alter role type block_role;

alter table shape_node alter kind type block_kind;

update ledger_meta set schema_version = 5, lowest_reader = 5;
