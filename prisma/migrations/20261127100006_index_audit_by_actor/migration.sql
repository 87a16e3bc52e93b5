-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id" DESC);
