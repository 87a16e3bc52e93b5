-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_email_idx" ON "Person" USING GIN ("email" gin_trgm_ops);
