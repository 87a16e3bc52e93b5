import sharp from 'sharp'
import type { ArtworkView } from '@/lib/contracts/artworks'
import { shareCardSize } from '@/lib/contracts/share-card'
import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'
import { wrapWords } from './wrap-words'

const { width, height } = shareCardSize
const margin = 56
/** Place of the picture: the left, as it hangs, with the label to its right. */
const picturePlace = { width: 660, height: height - 2 * margin }
const labelLeft = margin + picturePlace.width + 48
const paper = '#f8f8f8'
const serif = "'Noto Serif','Source Serif 4','DejaVu Serif','Noto Serif CJK SC',serif"
const sans = "'Noto Sans','DejaVu Sans','Noto Sans CJK SC',sans-serif"
const titleSize = 46

/** A picture of 1200 x 630 px for links to a work: the work on its wall, whole, and its label. JPEG. */
export async function drawShareCard(source: Uint8Array, artwork: ArtworkView, locale: Locale): Promise<Buffer> {
  const { data, info } = await sharp(source)
    .resize({ ...picturePlace, fit: 'inside' })
    .toBuffer({ resolveWithObject: true })
  const left = margin + Math.round((picturePlace.width - info.width) / 2)
  const top = Math.round((height - info.height) / 2)
  return sharp({ create: { width, height, channels: 3, background: paper } })
    .composite([
      { input: data, left, top },
      { input: Buffer.from(labelOf(artwork, locale)), left: 0, top: 0 },
    ])
    .jpeg({ quality: 86 })
    .toBuffer()
}

function labelOf(artwork: ArtworkView, locale: Locale): string {
  const title = wrapWords(artwork.title[locale], (width - labelLeft - margin) / titleSize, 4)
  const artist = wrapWords(artwork.artist[locale], (width - labelLeft - margin) / 26, 2)
  const first = height / 2 - ((title.length - 1) * 56) / 2
  const lines = [
    ...artist.map((line, at) => text(line, first - 62 - (artist.length - 1 - at) * 34, 26, sans)),
    ...title.map((line, at) => text(line, first + at * 56, titleSize, serif)),
    text(commonMessages[locale].house, height - margin, 22, sans, '#767676'),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`
}

function text(words: string, y: number, size: number, family: string, fill = '#1a1a1a'): string {
  return `<text x="${labelLeft}" y="${y}" font-size="${size}" font-family="${family}" fill="${fill}">${escapeXml(words)}</text>`
}

const escapeXml = (words: string) =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\p{Cc}/gu, ' ')
