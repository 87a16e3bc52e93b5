-- When the order last joined the line, by the database's clock.
ALTER TABLE "PortraitOrder" ADD COLUMN     "queuedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
