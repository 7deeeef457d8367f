-- Something of size is written here and taken out again, to see whether the disk takes it.
create table write_probe (content blob);
