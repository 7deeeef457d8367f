-- Something of size is written here and taken out again, to see whether the disk takes it.
create table write_probe (content blob);
-- A reply below a card is about what the card shows.
create index posts_by_message on posts (message);
