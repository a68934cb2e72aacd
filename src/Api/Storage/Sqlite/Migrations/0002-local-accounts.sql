-- Accounts of this API itself, where no Firebase is configured. Emails are kept in lower case.
CREATE TABLE local_accounts (
  document TEXT NOT NULL,
  uid TEXT GENERATED ALWAYS AS (document ->> 'uid') VIRTUAL,
  email TEXT GENERATED ALWAYS AS (document ->> 'email') VIRTUAL
);
CREATE UNIQUE INDEX local_accounts_uid ON local_accounts (uid);
CREATE UNIQUE INDEX local_accounts_email ON local_accounts (email);
