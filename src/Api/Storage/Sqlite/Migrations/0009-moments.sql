-- How many announcements there are of each day and hour, seen by the public or not: a search that asks only when says how many there are
-- in all by adding these up.
CREATE TABLE announcement_moments (
  isVisible INTEGER NOT NULL,
  dateEvent TEXT NOT NULL,
  -- An empty blob where there is no hour: a key cannot be null, and a text could be somebody's hour.
  hour NOT NULL,
  hoursEvent TEXT AS (iif(typeof(hour) = 'text', hour, NULL)) VIRTUAL,
  count INTEGER NOT NULL,
  PRIMARY KEY (isVisible, dateEvent, hour)
) WITHOUT ROWID;
INSERT INTO announcement_moments
SELECT isVisible, dateEvent, ifnull(hoursEvent, x''), count(*) FROM announcement_facts WHERE dateEvent IS NOT NULL GROUP BY 1, 2, 3;

CREATE TRIGGER announcement_moments_added AFTER INSERT ON announcement_facts WHEN new.dateEvent IS NOT NULL BEGIN
  INSERT INTO announcement_moments VALUES (new.isVisible, new.dateEvent, ifnull(new.hoursEvent, x''), 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER announcement_moments_left AFTER UPDATE OF isVisible, dateEvent, hoursEvent ON announcement_facts BEGIN
  UPDATE announcement_moments SET count = count - 1
  WHERE isVisible = old.isVisible AND dateEvent = old.dateEvent AND hour = ifnull(old.hoursEvent, x'');
END;
CREATE TRIGGER announcement_moments_reached AFTER UPDATE OF isVisible, dateEvent, hoursEvent ON announcement_facts
WHEN new.dateEvent IS NOT NULL BEGIN
  INSERT INTO announcement_moments VALUES (new.isVisible, new.dateEvent, ifnull(new.hoursEvent, x''), 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER announcement_moments_removed AFTER DELETE ON announcement_facts BEGIN
  UPDATE announcement_moments SET count = count - 1
  WHERE isVisible = old.isVisible AND dateEvent = old.dateEvent AND hour = ifnull(old.hoursEvent, x'');
END;

-- The version before, which a rollback starts on this file, reads numbers by day.
DROP TRIGGER announcement_days_added;
DROP TRIGGER announcement_days_left;
DROP TRIGGER announcement_days_reached;
DROP TRIGGER announcement_days_removed;
DROP TABLE announcement_days;
CREATE VIEW announcement_days AS
SELECT dateEvent, sum(count) AS count FROM announcement_moments WHERE isVisible = 1 GROUP BY dateEvent;
