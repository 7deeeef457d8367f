-- The last number given to a challenged verdict: a number never means another one later.
create table challenge_numbers (workspace text not null primary key, last bigint not null);
insert into challenge_numbers (workspace, last) select workspace, max(id) from challenges group by workspace;
