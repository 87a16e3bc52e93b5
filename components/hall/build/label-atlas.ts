import { CanvasTexture, SRGBColorSpace } from 'three'
import { formatYear } from '@/lib/i18n/format-year'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'
import type { HallWork } from '../hall-works'
import { fontOf, wrap } from './text'

/** A wall label: 18 by 13 centimetres, at 1,700 pixels a metre. */
export const labelSize = { width: 0.18, height: 0.13 } as const
const pixels = { width: 306, height: 221 } as const
const margin = 22

export interface LabelAtlas {
  texture: CanvasTexture
  /** Left, bottom, right, top of a label, 0 to 1. */
  cellOf(index: number): [number, number, number, number]
}

/** All labels of a room on one canvas: artist, title, year and medium, as on a museum's wall. */
export function makeLabelAtlas(works: HallWork[], locale: Locale, paper: string): LabelAtlas {
  const columns = Math.min(6, Math.max(1, Math.ceil(Math.sqrt(works.length))))
  const rows = Math.max(1, Math.ceil(works.length / columns))
  const canvas = document.createElement('canvas')
  canvas.width = columns * pixels.width
  canvas.height = rows * pixels.height
  const context = canvas.getContext('2d')
  if (context) {
    works.forEach((work, index) => {
      drawLabel(
        context,
        work,
        (index % columns) * pixels.width,
        Math.floor(index / columns) * pixels.height,
        locale,
        paper,
      )
    })
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 8
  return {
    texture,
    cellOf(index) {
      const [column, row] = [index % columns, Math.floor(index / columns)]
      return [column / columns, 1 - (row + 1) / rows, (column + 1) / columns, 1 - row / rows]
    },
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  work: HallWork,
  x: number,
  y: number,
  locale: Locale,
  paper: string,
): void {
  const edge = 6
  // A card a few millimetres thick: its shadow below, then its paper.
  context.fillStyle = 'rgba(40, 34, 28, 0.16)'
  context.fillRect(x + edge, y + edge + 3, pixels.width - 2 * edge, pixels.height - 2 * edge)
  context.fillStyle = paper
  context.fillRect(x + edge, y + edge, pixels.width - 2 * edge, pixels.height - 2 * edge)
  const width = pixels.width - 2 * margin
  let line = y + 42
  const write = (text: string, size: number, weight: string, colour: string, lines: number, isTitle = false) => {
    context.font = fontOf(size, weight, isTitle ? 'serif' : 'sans', isTitle && locale === 'en')
    context.fillStyle = colour
    for (const part of wrap(context, text, width, lines)) {
      context.fillText(part, x + margin, line)
      line += size * 1.3
    }
  }
  write(work.artwork.artist[locale], 19, '500', '#1f1d1b', 2)
  write(work.artwork.title[locale], 26, '400', '#1f1d1b', 2, true)
  line += 4
  write(
    [formatYear(work.artwork.year, locale), work.artwork.medium[locale]]
      .filter(Boolean)
      .join(catalogueMessages[locale].listSeparator),
    17,
    '400',
    '#57534e',
    2,
  )
}
