-- Alone, so that nobody waits while it is built. An exhibition's trail is read newest first, a page at a time.
CREATE INDEX CONCURRENTLY "AuditEntry_subjectType_subjectId_id_idx" ON "AuditEntry"("subjectType", "subjectId", "id" DESC);
