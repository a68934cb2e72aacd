CREATE TABLE volunteers (
  document TEXT NOT NULL,
  volunteerId TEXT GENERATED ALWAYS AS (document ->> 'volunteerId') VIRTUAL
);
CREATE UNIQUE INDEX volunteers_volunteerId ON volunteers (volunteerId);

CREATE TABLE associations (
  document TEXT NOT NULL,
  associationId TEXT GENERATED ALWAYS AS (document ->> 'associationId') VIRTUAL
);
CREATE UNIQUE INDEX associations_associationId ON associations (associationId);

-- Who is in the lists of an association, one row each; the triggers keep it in the document's own transaction.
CREATE TABLE association_people (
  volunteerId TEXT NOT NULL,
  list TEXT NOT NULL,
  association INTEGER NOT NULL,
  PRIMARY KEY (volunteerId, list, association)
) WITHOUT ROWID;
CREATE INDEX association_people_association ON association_people (association);

CREATE VIEW association_lists AS
SELECT person.value ->> 'volunteerId' AS volunteerId, list.key AS list, associations.rowid AS association
FROM associations
JOIN json_each(associations.document) AS list ON list.key IN ('volunteers', 'volunteersWaiting') AND list.type = 'array'
JOIN json_each(list.value) AS person
-- In this order: looking into what is no object is an error.
WHERE CASE WHEN person.type = 'object' THEN json_type(person.value, '$.volunteerId') = 'text' ELSE 0 END;

CREATE TRIGGER association_added AFTER INSERT ON associations BEGIN
  INSERT OR IGNORE INTO association_people SELECT * FROM association_lists WHERE association = new.rowid;
END;
CREATE TRIGGER association_changed AFTER UPDATE OF document ON associations BEGIN
  DELETE FROM association_people WHERE association = old.rowid;
  INSERT OR IGNORE INTO association_people SELECT * FROM association_lists WHERE association = new.rowid;
END;
CREATE TRIGGER association_removed AFTER DELETE ON associations BEGIN
  DELETE FROM association_people WHERE association = old.rowid;
END;

CREATE TABLE volunteer_settings (
  document TEXT NOT NULL,
  userId TEXT GENERATED ALWAYS AS (document ->> 'userId') VIRTUAL
);
CREATE UNIQUE INDEX volunteer_settings_userId ON volunteer_settings (userId);

CREATE TABLE association_settings (
  document TEXT NOT NULL,
  associationId TEXT GENERATED ALWAYS AS (document ->> 'associationId') VIRTUAL
);
CREATE UNIQUE INDEX association_settings_associationId ON association_settings (associationId);
