-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_role_id_idx" ON "Person"("role", "id" DESC);
