-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_depotAt_id_idx" ON "Artwork"("depotAt" DESC, "id" DESC);
