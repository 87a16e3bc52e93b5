import sharp from 'sharp'

const TILE = 460
const GAP = 12
const COLUMNS = 4

/** Puts pictures (any format sharp reads) on one sheet, in the order given, and writes it as PNG or JPEG by its name. */
export const writeContactSheet = async (pictures: Buffer[], file: string): Promise<void> => {
  const cell = TILE + GAP
  const tiles = await Promise.all(
    pictures.map(async (input, i) => {
      const { data, info } = await sharp(input)
        .resize(TILE, TILE, { fit: 'inside' })
        .png()
        .toBuffer({ resolveWithObject: true })
      return {
        input: data,
        left: (i % COLUMNS) * cell + Math.round((cell - info.width) / 2),
        top: Math.floor(i / COLUMNS) * cell + Math.round((cell - info.height) / 2),
      }
    }),
  )
  const height = Math.ceil(pictures.length / COLUMNS) * cell
  await sharp({ create: { width: COLUMNS * cell, height, channels: 3, background: '#f8f8f8' } })
    .composite(tiles)
    .toFile(file)
}
