create table gaps (
    workspace text not null,
    question_key text not null,
    question text not null,
    missing text not null,
    asked bigint not null,
    last_asked_at bigint not null,
    primary key (workspace, question_key)
);
create table feedback (
    workspace text not null,
    answer_id text not null,
    person text not null,
    helpful bigint not null,
    given_at bigint not null,
    primary key (workspace, answer_id, person)
);
