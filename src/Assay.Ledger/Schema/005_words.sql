-- Nodes are most of a ledger's rows, and a column of words is written several times as slowly as one of numbers. The
-- words stand in the order of the program's own, and a new one comes last. They stand in the columns and not in types
-- with names, which DuckDB does not find again when it reads the log of a program that was killed. A program that
-- appends text here is refused.
alter table shape_node alter role type enum ('tools', 'system', 'user', 'assistant');

alter table shape_node alter kind type enum (
    'run', 'tool', 'text', 'image', 'document', 'video', 'audio', 'tool-use', 'tool-result', 'reasoning', 'other');

update ledger_meta set schema_version = 5, lowest_reader = 5;
