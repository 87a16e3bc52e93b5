-- Alone, so that nobody waits while it is built. The depot of a room lists works newest first.
CREATE INDEX CONCURRENTLY "Artwork_createdAt_id_idx" ON "Artwork"("createdAt" DESC, "id" DESC);
