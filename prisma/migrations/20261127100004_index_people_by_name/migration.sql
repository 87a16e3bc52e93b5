-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_name_idx" ON "Person" USING GIN ("name" gin_trgm_ops);
