-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id" DESC);
