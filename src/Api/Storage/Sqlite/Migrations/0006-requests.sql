-- Writes that a client may send again, for two minutes.
CREATE TABLE requests (
  document TEXT NOT NULL,
  key TEXT GENERATED ALWAYS AS (document ->> 'key') VIRTUAL,
  expiresAt TEXT GENERATED ALWAYS AS (document ->> 'expiresAt') VIRTUAL
);
CREATE UNIQUE INDEX requests_key ON requests (key);
CREATE INDEX requests_expiresAt ON requests (expiresAt);
