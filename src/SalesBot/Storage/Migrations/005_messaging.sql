-- What people said, unique by the platform's id; the text goes when it is answered, the id stays for a day.
create table inbox (
    id text primary key,
    sequence bigint not null,
    line text not null,
    received_at bigint not null,
    message text,
    done_at bigint
);
create index inbox_open on inbox (line, sequence) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

-- What the bot has to say, written with the change it tells of.
create table outbox (
    sequence bigint primary key,
    line text not null,
    address text not null,
    slot text,
    replaces text,
    subject text,
    reply text not null,
    made_at bigint not null,
    due_at bigint not null,
    attempts bigint not null,
    last_error text,
    dead_at bigint
);
create index outbox_by_line on outbox (line, sequence) where dead_at is null;
create index outbox_by_slot on outbox (slot) where slot is not null and dead_at is null;
create index outbox_by_subject on outbox (subject) where subject is not null;
create index outbox_dead on outbox (dead_at) where dead_at is not null;

-- Conversations with something to read ('in') or to send ('out'): whoever claims one works through it in order.
create table lines (
    box text not null,
    line text not null,
    platform text not null,
    destination text not null,
    due_at bigint not null,
    attempts bigint not null,
    claimed_by text,
    claimed_until bigint not null,
    primary key (box, line)
);
create index lines_by_due on lines (box, due_at);

-- Platforms' workspaces that asked to be left alone for a while.
create table destinations (
    name text primary key,
    paused_until bigint not null
);

-- Messages that are kept in step: what they show, where they are, for whom they were drawn.
create table posts (
    slot text not null,
    address text not null,
    message text not null,
    viewer text not null,
    lead text,
    posted_at bigint not null,
    primary key (slot, address, message)
);
create index posts_by_time on posts (posted_at);

-- Where somebody was last met alone.
create table reach (
    workspace text not null,
    person text not null,
    address text not null,
    seen_at bigint not null,
    primary key (workspace, person)
);

-- Where a team hears of its handoffs, as said in a chat.
create table team_channels (
    workspace text not null,
    team text not null,
    address text,
    set_by text not null,
    before text,
    primary key (workspace, team)
);

-- What was said last, by conversation and person, so that the next words can lean on it.
create table memories (
    line text not null,
    person text not null,
    memory text not null,
    at bigint not null,
    primary key (line, person)
);
create index memories_by_time on memories (at);

create index handoff_watchers_by_handoff on handoff_watchers (handoff);
create index people_by_role on people (workspace, role);

-- Weekly digests that were sent.
create table digests (
    workspace text not null,
    team text not null,
    week text not null,
    primary key (workspace, team, week)
);
