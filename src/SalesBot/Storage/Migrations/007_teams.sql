-- The conversations of Microsoft Teams that the bot is in, and where their connector is: as a verified token has said.
create table teams_conversations (
    tenant text not null,
    conversation text not null,
    service_url text not null,
    kind text not null,
    person text,
    since bigint not null,
    welcomed_at bigint,
    gone_at bigint,
    seen_at bigint not null,
    primary key (tenant, conversation)
);
create index teams_conversations_by_person on teams_conversations (tenant, person);

-- The id that somebody has towards the bot only, by their id in the directory.
create table teams_accounts (
    tenant text not null,
    person text not null,
    account text not null,
    primary key (tenant, person)
);
create index teams_accounts_by_account on teams_accounts (tenant, account);

-- Which answer a message holds, so that a thumb below it finds it.
create table teams_answers (
    message text primary key,
    answer text not null,
    at bigint not null
);
create index teams_answers_by_time on teams_answers (at);

-- What somebody says about an answer beside whether it helped.
alter table feedback add column comment text;
