CREATE TABLE leases (
  document TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (document ->> 'name') VIRTUAL
);
CREATE UNIQUE INDEX leases_name ON leases (name);
