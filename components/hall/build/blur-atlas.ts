import { CanvasTexture, LinearFilter, SRGBColorSpace } from 'three'

/** Side of a cell, pixels, with one pixel of border on every side that repeats the edge so that nothing bleeds in. */
const inner = 32
const cell = inner + 2

export interface BlurAtlas {
  texture: CanvasTexture
  /** x, y, width, height of each picture's cell, 0 to 1, y upwards. */
  cells: Float32Array
  /** Settles when every stand-in is drawn; one that cannot be read keeps the picture's mean colour. */
  ready: Promise<void>
}

/** The blurred stand-ins of all works on one canvas: first the mean colours at once, then the pictures as they decode. */
export function makeBlurAtlas(pictures: { blur: string; colour: string }[], onDrawn: () => void): BlurAtlas {
  const side = Math.max(1, Math.ceil(Math.sqrt(pictures.length)))
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side * cell
  const context = canvas.getContext('2d')
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  const cells = new Float32Array(pictures.length * 4)
  const drawn = pictures.map(async ({ blur, colour }, index) => {
    const [x, y] = [(index % side) * cell, Math.floor(index / side) * cell]
    const size = canvas.width
    cells.set([(x + 1) / size, 1 - (y + 1 + inner) / size, inner / size, inner / size], index * 4)
    if (!context) return
    context.fillStyle = colour
    context.fillRect(x, y, cell, cell)
    const image = new Image()
    image.src = blur
    const isRead = await image.decode().then(
      () => true,
      () => false,
    )
    if (!isRead) return
    context.drawImage(image, x, y, cell, cell)
    context.drawImage(image, x + 1, y + 1, inner, inner)
    texture.needsUpdate = true
    onDrawn()
  })
  return { texture, cells, ready: Promise.all(drawn).then(() => undefined) }
}
