-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "PortraitOrder_status_id_idx" ON "PortraitOrder"("status", "id");
