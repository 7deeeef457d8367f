-- What was answered to somebody who waited for it, so that a repeated request gets the same.
alter table inbox add column answer text;
-- Whoever waited for the answer has given up.
alter table inbox add column given_up bigint;

-- What buttons do that is too long to stand in them, and the whole of what was cut.
create table kept_actions (
    id text primary key,
    action text not null,
    at bigint not null
);
create index kept_actions_by_time on kept_actions (at);
