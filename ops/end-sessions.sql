-- Invalidates credentials and cancels pending emails after a restore or recovery, and returns the number of changed rows. end-sessions
-- and restore execute this statement. Sessions are ended but not deleted, because users can list them. Pending emails were probably
-- sent after the backup; they get the state of a failed delivery.
WITH ended AS (UPDATE access.sessions SET ended_at = now() WHERE ended_at IS NULL RETURNING 1),
deleted AS (DELETE FROM access.one_time_tokens RETURNING 1),
cancelled AS (UPDATE platform.mails SET next_attempt_at = NULL WHERE next_attempt_at IS NOT NULL RETURNING 1)
SELECT 'sessions ended: ' || (SELECT count(*) FROM ended)
       || ', one-time tokens deleted: ' || (SELECT count(*) FROM deleted)
       || ', emails cancelled: ' || (SELECT count(*) FROM cancelled);
