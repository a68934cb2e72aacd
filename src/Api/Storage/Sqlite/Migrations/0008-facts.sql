-- What a search compares, beside the documents: looking into a document costs more than everything else, so a search reads those alone
-- that it shows. The triggers keep it in the document's own transaction.
CREATE TABLE announcement_facts (
  announcement INTEGER PRIMARY KEY,
  _id TEXT,
  associationId TEXT,
  isVisible INTEGER,
  status TEXT,
  dateEvent TEXT,
  hoursEvent TEXT,
  datePublication TEXT
);
INSERT INTO announcement_facts
SELECT rowid, _id, associationId, isVisible, status, dateEvent, hoursEvent, datePublication FROM announcements;

-- One for each order in which a page may be asked for. With hours and status, so that counting reads the index alone.
CREATE INDEX announcement_facts_dateEvent ON announcement_facts (isVisible, dateEvent, _id, hoursEvent, status);
CREATE INDEX announcement_facts_datePublication
  ON announcement_facts (isVisible, datePublication, _id, dateEvent, hoursEvent, status);
CREATE INDEX announcement_facts_associationId ON announcement_facts (associationId, dateEvent, _id);

-- Their work is done by those above, and each made every write slower. A version that still asks for them finds what it finds without.
DROP INDEX announcements_visible_event;
DROP INDEX announcements_visible_publication;
DROP INDEX announcements_association_event;
DROP INDEX announcements_association_publication;

CREATE TRIGGER announcement_facts_added AFTER INSERT ON announcements BEGIN
  INSERT INTO announcement_facts VALUES (
    new.rowid, new._id, new.associationId, new.isVisible, new.status, new.dateEvent, new.hoursEvent, new.datePublication
  );
END;
CREATE TRIGGER announcement_facts_changed AFTER UPDATE OF document ON announcements
WHEN (new._id, new.associationId, new.isVisible, new.status, new.dateEvent, new.hoursEvent, new.datePublication)
  IS NOT (old._id, old.associationId, old.isVisible, old.status, old.dateEvent, old.hoursEvent, old.datePublication) BEGIN
  UPDATE announcement_facts SET
    _id = new._id, associationId = new.associationId, isVisible = new.isVisible, status = new.status,
    dateEvent = new.dateEvent, hoursEvent = new.hoursEvent, datePublication = new.datePublication
  WHERE announcement = old.rowid;
END;
CREATE TRIGGER announcement_facts_removed AFTER DELETE ON announcements BEGIN
  DELETE FROM announcement_facts WHERE announcement = old.rowid;
END;

-- How many the public may see of each day: the home page says how many there are in all.
CREATE TABLE announcement_days (dateEvent TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO announcement_days
SELECT dateEvent, count(*) FROM announcement_facts WHERE isVisible = 1 AND dateEvent IS NOT NULL GROUP BY dateEvent;

CREATE TRIGGER announcement_days_added AFTER INSERT ON announcement_facts
WHEN new.isVisible = 1 AND new.dateEvent IS NOT NULL BEGIN
  INSERT INTO announcement_days VALUES (new.dateEvent, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER announcement_days_left AFTER UPDATE OF isVisible, dateEvent ON announcement_facts WHEN old.isVisible = 1 BEGIN
  UPDATE announcement_days SET count = count - 1 WHERE dateEvent = old.dateEvent;
END;
CREATE TRIGGER announcement_days_reached AFTER UPDATE OF isVisible, dateEvent ON announcement_facts
WHEN new.isVisible = 1 AND new.dateEvent IS NOT NULL BEGIN
  INSERT INTO announcement_days VALUES (new.dateEvent, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER announcement_days_removed AFTER DELETE ON announcement_facts WHEN old.isVisible = 1 BEGIN
  UPDATE announcement_days SET count = count - 1 WHERE dateEvent = old.dateEvent;
END;

CREATE TABLE announcement_tags (
  tag TEXT NOT NULL,
  announcement INTEGER NOT NULL,
  PRIMARY KEY (tag, announcement)
) WITHOUT ROWID;
CREATE INDEX announcement_tags_announcement ON announcement_tags (announcement);
INSERT OR IGNORE INTO announcement_tags
SELECT tag.value, announcements.rowid FROM announcements JOIN json_each(document, '$.tags') AS tag WHERE tag.type = 'text';

CREATE TRIGGER announcement_tags_added AFTER INSERT ON announcements BEGIN
  INSERT OR IGNORE INTO announcement_tags
  SELECT tag.value, new.rowid FROM json_each(new.document, '$.tags') AS tag WHERE tag.type = 'text';
END;
CREATE TRIGGER announcement_tags_changed AFTER UPDATE OF document ON announcements
WHEN new.document -> 'tags' IS NOT old.document -> 'tags' BEGIN
  DELETE FROM announcement_tags WHERE announcement = old.rowid;
  INSERT OR IGNORE INTO announcement_tags
  SELECT tag.value, new.rowid FROM json_each(new.document, '$.tags') AS tag WHERE tag.type = 'text';
END;
CREATE TRIGGER announcement_tags_removed AFTER DELETE ON announcements BEGIN
  DELETE FROM announcement_tags WHERE announcement = old.rowid;
END;

-- Who comes and who goes is one row among many: the others stay where they are.
DROP TRIGGER announcement_changed;
CREATE TRIGGER announcement_changed AFTER UPDATE OF document ON announcements
WHEN (new.document -> 'participants', new.document -> 'volunteers', new.document -> 'volunteersWaiting')
  IS NOT (old.document -> 'participants', old.document -> 'volunteers', old.document -> 'volunteersWaiting') BEGIN
  DELETE FROM announcement_people WHERE announcement = old.rowid
    AND (person, list) NOT IN (SELECT person, list FROM announcement_lists WHERE announcement = new.rowid);
  INSERT OR IGNORE INTO announcement_people SELECT * FROM announcement_lists WHERE announcement = new.rowid;
END;
DROP TRIGGER association_changed;
CREATE TRIGGER association_changed AFTER UPDATE OF document ON associations
WHEN (new.document -> 'volunteers', new.document -> 'volunteersWaiting')
  IS NOT (old.document -> 'volunteers', old.document -> 'volunteersWaiting') BEGIN
  DELETE FROM association_people WHERE association = old.rowid
    AND (volunteerId, list) NOT IN (SELECT volunteerId, list FROM association_lists WHERE association = new.rowid);
  INSERT OR IGNORE INTO association_people SELECT * FROM association_lists WHERE association = new.rowid;
END;
