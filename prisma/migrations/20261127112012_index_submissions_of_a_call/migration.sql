-- Alone, so that nobody waits while it is built. What was offered to one exhibition is listed and counted by its state.
CREATE INDEX CONCURRENTLY "Submission_exhibitionId_status_submittedAt_id_idx" ON "Submission"("exhibitionId", "status", "submittedAt", "id");
