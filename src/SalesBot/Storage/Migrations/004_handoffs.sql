-- The truth: what happened, in order, each event linked to the one before it.
create table handoff_events (
    handoff text not null,
    sequence bigint not null,
    workspace text not null,
    at bigint not null,
    actor text not null,
    platform text not null,
    move text not null,
    from_state text,
    to_state text not null,
    facts text not null,
    words text,
    salt text,
    digest text not null,
    previous text not null,
    hash text not null,
    reason text,
    primary key (handoff, sequence)
);
create index handoff_events_by_reason on handoff_events (workspace, handoff, to_state, reason) where reason is not null;

-- What follows from the events, one row for each handoff, to be searched and counted.
create table handoffs (
    id text primary key,
    workspace text not null,
    number bigint not null,
    version bigint not null,
    state text not null,
    is_open bigint not null,
    direction text not null,
    team text not null,
    kind text not null,
    urgency text not null,
    owner text,
    raised_by text not null,
    raised_at bigint not null,
    raised_day bigint not null,
    accepted_at bigint,
    contacted_at bigint,
    closed_at bigint,
    due_at bigint,
    wake_up text,
    cycle bigint not null,
    source text,
    campaign text,
    outcome text,
    reason text,
    rating bigint,
    email_key text,
    phone_key text,
    company_key text,
    search text not null,
    has_words bigint not null,
    last_sequence bigint not null,
    last_hash text not null,
    unique (workspace, number)
);
create index handoffs_by_state on handoffs (workspace, state, number);
create index handoffs_by_team on handoffs (workspace, team, number);
create index handoffs_by_owner on handoffs (workspace, owner, number);
create index handoffs_open on handoffs (workspace, owner, number) where is_open = 1;
create index handoffs_by_sender on handoffs (workspace, raised_by, number);
create index handoffs_by_due on handoffs (workspace, due_at) where due_at is not null;
create index handoffs_by_email on handoffs (workspace, email_key, team, number) where is_open = 1;
create index handoffs_by_phone on handoffs (workspace, phone_key, team, number) where is_open = 1;
create index handoffs_by_company on handoffs (workspace, company_key, team, number) where company_key is not null;
create index handoffs_by_words on handoffs (workspace, number, search, id);
-- Reports read this index alone, in the order they group by.
create index handoffs_for_reports on handoffs (workspace, source, raised_day, team, raised_by, state, is_open, accepted_at, contacted_at, outcome, reason, rating, due_at,
    wake_up, raised_at);

create table handoff_numbers (
    workspace text primary key,
    last bigint not null
);

-- Numbers that were given by a database which a backup has replaced: they are not given again.
create table handoff_number_gaps (
    workspace text not null,
    first bigint not null,
    last bigint not null,
    primary key (workspace, first)
);

create table handoff_watchers (
    workspace text not null,
    person text not null,
    handoff text not null,
    primary key (workspace, person, handoff)
);

-- Every run of every clock, with the working time it was promised and took.
create table handoff_clocks (
    workspace text not null,
    handoff text not null,
    sequence bigint not null,
    clock text not null,
    team text not null,
    started_at bigint not null,
    due_at bigint,
    stopped_at bigint,
    is_kept bigint not null,
    target_ms bigint not null,
    spent_ms bigint,
    primary key (handoff, sequence)
);
create index handoff_clocks_by_time on handoff_clocks (workspace, team, clock, spent_ms, is_kept, stopped_at, due_at);

-- What is to be done at a time: each row once.
create table handoff_due (
    workspace text not null,
    handoff text not null,
    sequence bigint not null,
    step text not null,
    due_at bigint not null,
    done_at bigint,
    primary key (handoff, sequence, step)
);
create index handoff_due_open on handoff_due (due_at) where done_at is null;

-- With which calendars due times were reckoned.
create table handoff_calendar (
    id text primary key,
    fingerprint text not null
);

-- Commands that were carried out, by the key their sender gave them.
create table handoff_keys (
    workspace text not null,
    person text not null,
    key text not null,
    content text not null,
    handoff text not null,
    at bigint not null,
    primary key (workspace, person, key)
);
