-- Whose effect it is, so that a connection finds its own by search: "hs:" for the records of
-- HubSpot, "sf:" for those of Salesforce, '' for records whose ids have no prefix, NULL for an
-- effect about no record. The record of an effect is its deal, else its account, else its contact.
ALTER TABLE effect ADD COLUMN route TEXT;

UPDATE effect SET route = (
    SELECT CASE WHEN record GLOB '[a-z][a-z]:*' THEN substr(record, 1, 3)
                WHEN record <> '' THEN '' END
    FROM (SELECT CASE WHEN json_valid(wire)
                      THEN coalesce(nullif(json_extract(wire, '$.deal'), ''),
                                    nullif(json_extract(wire, '$.account'), ''),
                                    json_extract(wire, '$.contact'), '')
                      ELSE '' END AS record));

CREATE INDEX effect_by_route ON effect (state, route, not_before_ms);

CREATE TRIGGER effect_route_kept BEFORE UPDATE OF route ON effect WHEN NEW.route IS NOT OLD.route
BEGIN SELECT RAISE (ABORT, 'what was approved cannot change'); END;
