create table receipts (
    id text primary key,
    workspace text not null,
    asked_at bigint not null,
    person text not null,
    knowledge text not null,
    question text not null,
    history text not null,
    answer text not null
);
create index receipts_by_time on receipts (workspace, asked_at);
