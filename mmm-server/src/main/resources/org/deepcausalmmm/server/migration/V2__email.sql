-- The mailboxes that a schedule tells of changes, with commas between them.
alter table schedules add column email varchar(5000);
