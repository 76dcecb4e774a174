-- One text for H2 and PostgreSQL. Times are milliseconds since 1970-01-01 UTC.
create table server (
  id integer primary key,
  directory_id varchar(64) not null,
  created bigint not null
);

create table users (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  name varchar(100) not null unique,
  password varchar(400),
  subject varchar(400) unique,
  role varchar(20) not null,
  active boolean not null,
  created bigint not null
);

create table sessions (
  hash varchar(64) primary key,
  user_id varchar(40) not null references users (id) on delete cascade,
  csrf varchar(64) not null,
  created bigint not null,
  expires bigint not null
);

create table tokens (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  user_id varchar(40) not null references users (id) on delete cascade,
  name varchar(100) not null,
  hash varchar(64) not null unique,
  role varchar(20) not null,
  created bigint not null,
  expires bigint
);

create table login_links (
  hash varchar(64) primary key,
  user_id varchar(40) not null references users (id) on delete cascade,
  expires bigint not null
);

create table projects (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  name varchar(200) not null unique,
  description varchar(2000) not null,
  created bigint not null,
  created_by varchar(100) not null,
  last_claim bigint not null
);

create table members (
  project_id varchar(40) not null references projects (id) on delete cascade,
  user_id varchar(40) not null references users (id) on delete cascade,
  primary key (project_id, user_id)
);

create table datasets (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  project_id varchar(40) not null references projects (id) on delete cascade,
  name varchar(200) not null,
  hash varchar(64) not null,
  format varchar(20) not null,
  bytes bigint not null,
  row_count bigint not null,
  column_count integer not null,
  roles text,
  created bigint not null,
  created_by varchar(100) not null
);
create index datasets_of_project on datasets (project_id, seq);
create index datasets_of_content on datasets (hash);

create table jobs (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  project_id varchar(40) not null references projects (id) on delete cascade,
  kind varchar(20) not null,
  priority integer not null,
  request text not null,
  idempotency_key varchar(200),
  request_hash varchar(64) not null,
  created bigint not null,
  created_by varchar(100) not null,
  schedule_id varchar(40),
  state varchar(20) not null,
  owner varchar(40),
  lease bigint not null,
  attempt integer not null,
  not_before bigint not null,
  cancel_requested boolean not null,
  stage varchar(200),
  done integer not null,
  total integer not null,
  started bigint,
  finished bigint,
  code varchar(40),
  message varchar(4000),
  advice varchar(4000),
  unique (project_id, idempotency_key)
);
create index jobs_of_state on jobs (state, priority, seq);
create index jobs_of_project on jobs (project_id, state);

create table job_events (
  job_id varchar(40) not null references jobs (id) on delete cascade,
  n integer not null,
  type varchar(20) not null,
  body text not null,
  created bigint not null,
  primary key (job_id, n)
);

create table results (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  project_id varchar(40) not null references projects (id) on delete cascade,
  kind varchar(20) not null,
  name varchar(200) not null,
  dataset_id varchar(40),
  parent_id varchar(40),
  command text not null,
  summary text not null,
  manifest text not null,
  bytes bigint not null,
  kept boolean not null,
  created bigint not null,
  created_by varchar(100) not null
);
create index results_of_project on results (project_id, kind, seq);

create table schedules (
  id varchar(40) primary key,
  seq bigint generated always as identity,
  project_id varchar(40) not null references projects (id) on delete cascade,
  name varchar(200) not null,
  run_id varchar(40) not null,
  source text not null,
  every_hours integer not null,
  webhook varchar(2000),
  enabled boolean not null,
  next_due bigint not null,
  pending_job varchar(40),
  last_job varchar(40),
  last_error varchar(4000),
  created bigint not null,
  created_by varchar(100) not null
);

create table audit (
  seq bigint generated always as identity primary key,
  at bigint not null,
  actor varchar(100) not null,
  action varchar(60) not null,
  object varchar(100) not null,
  project_id varchar(40),
  request_id varchar(40) not null
);
