import { CanvasTexture, SRGBColorSpace } from 'three'
import type { Atmosphere } from '@/lib/hanging/atmosphere'
import { fontOf, wrap, wrapEvenly } from './text'

/** Letters on the wall: pixels a metre. */
const density = 420
/** Metres of a painted field around its letters. */
const margin = 0.16

/**
 * The exhibition's title and its two sentences as cut letters, `width` metres wide: on a transparent ground, or on a painted field.
 * Answers the texture and how tall it is in metres.
 */
export function drawTitle(
  title: string,
  text: string,
  width: number,
  { lettering, field }: Pick<Atmosphere, 'lettering' | 'field'>,
): { texture: CanvasTexture; height: number } {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  const context = canvas.getContext('2d')
  const edge = field ? margin * density : 0
  const room = canvas.width - 2 * edge
  const [large, small] = [Math.min(0.34, width * 0.115) * density, 0.062 * density]
  let lines: string[] = []
  let sentences: string[] = []
  if (context) {
    context.font = fontOf(large, '400', 'serif')
    lines = wrapEvenly(context, title, room, 4)
    context.font = fontOf(small, '400', 'sans')
    sentences = wrap(context, text, room * 0.94, 9)
  }
  const [step, words] = [large * 1.14, small * 1.5]
  canvas.height = Math.max(8, Math.ceil(2 * edge + lines.length * step + small * 1.9 + sentences.length * words))
  if (context) {
    if (field) {
      context.fillStyle = field
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    // Resizing a canvas forgets its state.
    context.fillStyle = lettering
    context.font = fontOf(large, '400', 'serif')
    lines.forEach((line, index) => {
      context.fillText(line, edge, edge + large * 0.86 + index * step)
    })
    context.font = fontOf(small, '400', 'sans')
    const top = edge + lines.length * step + small * 1.9
    sentences.forEach((line, index) => {
      context.fillText(line, edge, top + index * words)
    })
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.premultiplyAlpha = false
  texture.anisotropy = 8
  return { texture, height: canvas.height / density }
}
