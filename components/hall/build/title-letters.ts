import { CanvasTexture, SRGBColorSpace } from 'three'
import { fontOf, wrap, wrapEvenly } from './text'

/** Letters on the wall: pixels a metre. */
const density = 420

/**
 * The exhibition's title and its two sentences as cut letters on a transparent ground, `width` metres wide.
 * Answers the texture and how tall it is in metres.
 */
export function drawTitle(
  title: string,
  text: string,
  width: number,
  colour: string,
): { texture: CanvasTexture; height: number } {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  const context = canvas.getContext('2d')
  const [large, small] = [Math.min(0.34, width * 0.115) * density, 0.05 * density]
  let lines: string[] = []
  let sentences: string[] = []
  if (context) {
    context.font = fontOf(large, '400', 'serif')
    lines = wrapEvenly(context, title, canvas.width, 4)
    context.font = fontOf(small, '400', 'sans')
    sentences = wrap(context, text, canvas.width * 0.94, 9)
  }
  canvas.height = Math.max(8, Math.ceil(lines.length * large * 1.14 + small * 1.6 + sentences.length * small * 1.5))
  if (context) {
    // Resizing a canvas forgets its state.
    context.fillStyle = colour
    context.font = fontOf(large, '400', 'serif')
    lines.forEach((line, index) => {
      context.fillText(line, 0, large * (0.86 + index * 1.14))
    })
    context.font = fontOf(small, '400', 'sans')
    const top = lines.length * large * 1.14 + small * 2
    sentences.forEach((line, index) => {
      context.fillText(line, 0, top + index * small * 1.5)
    })
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.premultiplyAlpha = false
  texture.anisotropy = 8
  return { texture, height: canvas.height / density }
}
