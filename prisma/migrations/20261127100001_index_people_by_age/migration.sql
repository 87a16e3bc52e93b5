-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_isAnonymous_id_idx" ON "Person"("isAnonymous", "id" DESC);
