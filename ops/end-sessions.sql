-- What must not outlive a restore or a recovery. In one statement, which tells how much it was; end-sessions and restore
-- run it. Sessions keep their rows, as people may look back at them; a one-time token has nothing to look back at.
-- A mail that waited then has most likely been sent since: as after a delivery that was given up, it is neither sent nor
-- forgotten.
WITH ended AS (UPDATE access.sessions SET ended_at = now() WHERE ended_at IS NULL RETURNING 1),
withdrawn AS (DELETE FROM access.one_time_tokens RETURNING 1),
held AS (UPDATE platform.mails SET next_attempt_at = NULL WHERE next_attempt_at IS NOT NULL RETURNING 1)
SELECT 'sessions ended: ' || (SELECT count(*) FROM ended)
       || ', one-time tokens withdrawn: ' || (SELECT count(*) FROM withdrawn)
       || ', mails held back: ' || (SELECT count(*) FROM held);
