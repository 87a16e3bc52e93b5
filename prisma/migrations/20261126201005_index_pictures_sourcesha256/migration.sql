-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Picture_sourceSha256_idx" ON "Picture"("sourceSha256");
