-- Verdicts that somebody disagrees with, until an administrator makes an example of them or drops them.
create table challenges (
    workspace text not null,
    id bigint not null,
    task_key text not null,
    task text not null,
    verdict text not null,
    label text not null,
    person text not null,
    at bigint not null,
    primary key (workspace, id),
    unique (workspace, task_key, person)
);
