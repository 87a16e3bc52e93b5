-- CreateTable
CREATE TABLE "RoomLight" (
    "key" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoomLight_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "RoomLight_roomId_createdAt_idx" ON "RoomLight"("roomId", "createdAt");

-- AddForeignKey
ALTER TABLE "RoomLight" ADD CONSTRAINT "RoomLight_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
