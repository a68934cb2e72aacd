CREATE TABLE support (
  document TEXT NOT NULL,
  _id TEXT GENERATED ALWAYS AS (document ->> '_id') VIRTUAL,
  type TEXT GENERATED ALWAYS AS (document ->> 'type') VIRTUAL,
  category TEXT GENERATED ALWAYS AS (document ->> 'category') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (document ->> 'status') VIRTUAL,
  priority TEXT GENERATED ALWAYS AS (document ->> 'priority') VIRTUAL,
  userId TEXT GENERATED ALWAYS AS (document ->> 'userId') VIRTUAL,
  announcementId TEXT GENERATED ALWAYS AS (document ->> 'announcementId') VIRTUAL,
  createdAt TEXT GENERATED ALWAYS AS (document ->> 'createdAt') VIRTUAL
);
CREATE UNIQUE INDEX support_id ON support (_id);
CREATE INDEX support_createdAt ON support (createdAt, _id);
CREATE INDEX support_userId ON support (userId);
CREATE INDEX support_announcementId ON support (announcementId);
