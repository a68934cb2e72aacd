ALTER TABLE announcements ADD COLUMN dateEvent TEXT GENERATED ALWAYS AS (document ->> 'dateEvent') VIRTUAL;
ALTER TABLE announcements ADD COLUMN hoursEvent TEXT GENERATED ALWAYS AS (document ->> 'hoursEvent') VIRTUAL;
ALTER TABLE announcements ADD COLUMN datePublication TEXT GENERATED ALWAYS AS (document ->> 'datePublication') VIRTUAL;
ALTER TABLE announcements ADD COLUMN status TEXT GENERATED ALWAYS AS (document ->> 'status') VIRTUAL;
ALTER TABLE announcements ADD COLUMN isVisible INTEGER GENERATED ALWAYS AS (
  json_type(document, '$.isHidden') IS NOT 'true' AND document ->> 'status' IS NOT 'INACTIVE'
) VIRTUAL;

-- One for each order in which a page may be asked for. Hours and status are in them so that counting reads the index alone.
CREATE INDEX announcements_visible_event ON announcements (isVisible, dateEvent, _id, hoursEvent, status);
CREATE INDEX announcements_visible_publication ON announcements (isVisible, datePublication, _id, dateEvent, hoursEvent, status);
CREATE INDEX announcements_association_event ON announcements (associationId, dateEvent, _id);
CREATE INDEX announcements_association_publication ON announcements (associationId, datePublication, _id);

-- Texts as fold() makes them: lower case, without accents. It is a function of the API: other programs can read this file, not write it.
CREATE VIRTUAL TABLE announcement_texts USING fts5(
  nameEvent, description, associationName, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE announcement_places USING rtree(
  announcement, west, east, south, north, +longitude REAL, +latitude REAL
);

CREATE VIEW announcement_points AS
SELECT rowid AS announcement, document ->> '$.locationAnnouncement.coordinates[0]' AS longitude,
  document ->> '$.locationAnnouncement.coordinates[1]' AS latitude
FROM announcements
WHERE json_type(document, '$.locationAnnouncement.coordinates[0]') IN ('integer', 'real')
  AND json_type(document, '$.locationAnnouncement.coordinates[1]') IN ('integer', 'real');

CREATE TRIGGER announcement_text_added AFTER INSERT ON announcements BEGIN
  INSERT INTO announcement_texts (rowid, nameEvent, description, associationName) VALUES (
    new.rowid, fold(new.document ->> 'nameEvent'), fold(new.document ->> 'description'), fold(new.document ->> 'associationName')
  );
END;
CREATE TRIGGER announcement_text_changed AFTER UPDATE OF document ON announcements
WHEN (new.document ->> 'nameEvent', new.document ->> 'description', new.document ->> 'associationName')
  IS NOT (old.document ->> 'nameEvent', old.document ->> 'description', old.document ->> 'associationName') BEGIN
  DELETE FROM announcement_texts WHERE rowid = old.rowid;
  INSERT INTO announcement_texts (rowid, nameEvent, description, associationName) VALUES (
    new.rowid, fold(new.document ->> 'nameEvent'), fold(new.document ->> 'description'), fold(new.document ->> 'associationName')
  );
END;
CREATE TRIGGER announcement_text_removed AFTER DELETE ON announcements BEGIN
  DELETE FROM announcement_texts WHERE rowid = old.rowid;
END;

CREATE TRIGGER announcement_place_added AFTER INSERT ON announcements BEGIN
  INSERT INTO announcement_places
  SELECT announcement, longitude, longitude, latitude, latitude, longitude, latitude
  FROM announcement_points WHERE announcement = new.rowid;
END;
CREATE TRIGGER announcement_place_changed AFTER UPDATE OF document ON announcements
WHEN new.document -> 'locationAnnouncement' IS NOT old.document -> 'locationAnnouncement' BEGIN
  DELETE FROM announcement_places WHERE announcement = old.rowid;
  INSERT INTO announcement_places
  SELECT announcement, longitude, longitude, latitude, latitude, longitude, latitude
  FROM announcement_points WHERE announcement = new.rowid;
END;
CREATE TRIGGER announcement_place_removed AFTER DELETE ON announcements BEGIN
  DELETE FROM announcement_places WHERE announcement = old.rowid;
END;
