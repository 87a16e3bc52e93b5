-- Alone, so that nobody waits while it is built. The exhibitions on view are read in the house's order, page by page.
CREATE INDEX CONCURRENTLY "Exhibition_kind_position_createdAt_id_idx" ON "Exhibition"("kind", "position", "createdAt", "id");
