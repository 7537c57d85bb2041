-- How far a play goes by itself is kept in one place, with its history: what people had set in
-- play_state becomes a change as any other, where none was decided since. Its column stays empty
-- from now on.
INSERT INTO play_mode (play_id, mode, why, count, of, at_ms)
SELECT s.play_id, s.mode, 1, 0, 0, s.changed_ms FROM play_state s
WHERE s.mode IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM play_mode m WHERE m.play_id = s.play_id)
ORDER BY s.play_id;

UPDATE play_state SET mode = NULL WHERE mode IS NOT NULL;

CREATE TRIGGER play_state_has_no_mode BEFORE UPDATE OF mode ON play_state WHEN NEW.mode IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the mode of a play is kept in play_mode'); END;
