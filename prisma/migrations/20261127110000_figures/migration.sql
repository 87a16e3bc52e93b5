-- CreateTable
CREATE TABLE "ExhibitionDay" (
    "exhibitionId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "visits" INTEGER NOT NULL DEFAULT 0,
    "hallVisits" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ExhibitionDay_pkey" PRIMARY KEY ("exhibitionId","day")
);

-- CreateTable
CREATE TABLE "WorkDay" (
    "exhibitionId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hallLooks" INTEGER NOT NULL DEFAULT 0,
    "hallSeconds" INTEGER NOT NULL DEFAULT 0,
    "pageLooks" INTEGER NOT NULL DEFAULT 0,
    "pageSeconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WorkDay_pkey" PRIMARY KEY ("exhibitionId","day","artworkId")
);

-- CreateIndex
CREATE INDEX "ExhibitionDay_day_idx" ON "ExhibitionDay"("day");

-- CreateIndex
CREATE INDEX "WorkDay_artworkId_idx" ON "WorkDay"("artworkId");

-- CreateIndex
CREATE INDEX "WorkDay_day_idx" ON "WorkDay"("day");

-- AddForeignKey
ALTER TABLE "ExhibitionDay" ADD CONSTRAINT "ExhibitionDay_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkDay" ADD CONSTRAINT "WorkDay_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkDay" ADD CONSTRAINT "WorkDay_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;
