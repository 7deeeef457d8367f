create table people (
    workspace text not null,
    id text not null,
    name text not null,
    role text not null,
    away_from bigint,
    away_until bigint,
    capacity bigint,
    last_routed_at bigint not null,
    primary key (workspace, id)
);
create table people_changes (
    id text primary key,
    workspace text not null,
    at bigint not null,
    actor text not null,
    person text not null,
    what text not null
);
create table api_keys (
    id text primary key,
    workspace text not null,
    person text not null,
    label text not null,
    scopes text not null,
    hash text not null,
    made_at bigint not null,
    made_by text not null,
    revoked_at bigint
);
create table commits (
    id text primary key,
    count bigint not null
);
create table admin_codes (
    workspace text primary key,
    hash text not null,
    made_at bigint not null,
    wrong bigint not null
);
