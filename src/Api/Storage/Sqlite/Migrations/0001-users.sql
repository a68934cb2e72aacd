-- One row a document, kept whole. Columns that are looked up are computed from it, so they cannot disagree with it.
CREATE TABLE users (
  document TEXT NOT NULL,
  userId TEXT GENERATED ALWAYS AS (document ->> 'userId') VIRTUAL,
  email TEXT GENERATED ALWAYS AS (document ->> 'email') VIRTUAL
);
CREATE UNIQUE INDEX users_userId ON users (userId);
-- Upper and lower case are the same, as in production's index; for the letters of ASCII, which is what addresses have.
CREATE UNIQUE INDEX users_email ON users (email COLLATE NOCASE);

-- What a check of readiness writes.
CREATE TABLE checked (count INTEGER NOT NULL);
INSERT INTO checked (count) VALUES (0);
