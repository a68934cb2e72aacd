CREATE TABLE announcements (
  document TEXT NOT NULL,
  _id TEXT GENERATED ALWAYS AS (document ->> '_id') VIRTUAL,
  associationId TEXT GENERATED ALWAYS AS (document ->> 'associationId') VIRTUAL
);
CREATE UNIQUE INDEX announcements_id ON announcements (_id);
CREATE INDEX announcements_associationId ON announcements (associationId);

-- Who is in the lists of an announcement, one row each; the triggers keep it in the document's own transaction.
CREATE TABLE announcement_people (
  person TEXT NOT NULL,
  list TEXT NOT NULL,
  announcement INTEGER NOT NULL,
  PRIMARY KEY (person, list, announcement)
) WITHOUT ROWID;
CREATE INDEX announcement_people_announcement ON announcement_people (announcement);

CREATE VIEW announcement_lists AS
SELECT person.value ->> 'id' AS person, list.key AS list, announcements.rowid AS announcement
FROM announcements
JOIN json_each(announcements.document) AS list
  ON list.key IN ('participants', 'volunteers', 'volunteersWaiting') AND list.type = 'array'
JOIN json_each(list.value) AS person
-- In this order: looking into what is no object is an error.
WHERE CASE WHEN person.type = 'object' THEN json_type(person.value, '$.id') = 'text' ELSE 0 END;

CREATE TRIGGER announcement_added AFTER INSERT ON announcements BEGIN
  INSERT OR IGNORE INTO announcement_people SELECT * FROM announcement_lists WHERE announcement = new.rowid;
END;
CREATE TRIGGER announcement_changed AFTER UPDATE OF document ON announcements BEGIN
  DELETE FROM announcement_people WHERE announcement = old.rowid;
  INSERT OR IGNORE INTO announcement_people SELECT * FROM announcement_lists WHERE announcement = new.rowid;
END;
CREATE TRIGGER announcement_removed AFTER DELETE ON announcements BEGIN
  DELETE FROM announcement_people WHERE announcement = old.rowid;
END;

CREATE TABLE favorites (
  document TEXT NOT NULL,
  _id TEXT GENERATED ALWAYS AS (document ->> '_id') VIRTUAL,
  volunteerId TEXT GENERATED ALWAYS AS (document ->> 'volunteerId') VIRTUAL,
  announcementId TEXT GENERATED ALWAYS AS (document ->> 'announcementId') VIRTUAL
);
CREATE UNIQUE INDEX favorites_id ON favorites (_id);
-- One favorite a pair. It also finds the favorites of a volunteer.
CREATE UNIQUE INDEX favorites_pair ON favorites (volunteerId, announcementId);
CREATE INDEX favorites_announcementId ON favorites (announcementId);
