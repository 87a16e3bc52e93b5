// Decodes photos for the web process, one after the other (decoder.ts starts it). Plain JavaScript, so that it is ready without
// TypeScript's loader: docs/decisions/0084.
import { writeFileSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import sharp from 'sharp'

const WATCH_EVERY_MS = 25

/** Whoever brings a photo waits anyway; pages, and the word that nobody is let in, go first. The painter comes after both. */
const PRIORITY = 5

// Whoever started the house with less than that keeps it: only root may take it back.
if (getPriority() < PRIORITY) setPriority(PRIORITY)
sharp.cache(false)
sharp.concurrency(1)
// Whatever a file turns out to be, no other reader of libvips is ever run on it.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})

// The web process decides when this one ends; Ctrl-C reaches them both, and requests under way are still to be answered.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
offerToTheKernel()

let isBusy = false
process.on('message', async ({ bytes, format, limits }) => {
  isBusy = true
  const watch = setInterval(() => tellGrowth(limits.memoryBytes), WATCH_EVERY_MS)
  const answer = await normalise(bytes, format, limits).catch((error) => ({
    refusal: 'photo_damaged',
    detail: String(error),
  }))
  clearInterval(watch)
  isBusy = false
  process.send(answer)
})

async function normalise(bytes, format, limits) {
  // The header alone: nothing is decoded before the limits are known to hold.
  const header = await sharp(bytes, { limitInputPixels: false }).metadata()
  const isFormat = header.format === format || (format === 'avif' && header.format === 'heif')
  if (!isFormat || !header.width || !header.height) return { refusal: 'photo_damaged', detail: 'another format' }
  if ((header.pages ?? 1) > 1) return { refusal: 'photo_animated', detail: `${header.pages} pages` }
  const refusal = refuseSize(header.width, header.height, limits)
  if (refusal) return { refusal, detail: `${header.width} x ${header.height} px` }
  if (format !== 'jpeg') return { photo: await encode(bytes, 'truncated', limits) }
  // Rows that never came are but a warning of libjpeg's; its other warnings are of small faults that cameras make.
  const photo = await encode(bytes, 'warning', limits).catch((error) => {
    if (/premature end/.test(String(error))) throw error
    return encode(bytes, 'truncated', limits)
  })
  return { photo }
}

function encode(bytes, failOn, { pixels, keptLongSide }) {
  return sharp(bytes, { limitInputPixels: pixels, failOn })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: keptLongSide, height: keptLongSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

function refuseSize(width, height, { pixels, shortestSide, longestRatio }) {
  if (width * height > pixels) return 'photo_too_many_pixels'
  if (Math.min(width, height) < shortestSide) return 'photo_too_small'
  return Math.max(width, height) / Math.min(width, height) > longestRatio ? 'photo_too_narrow' : null
}

/** libvips works in threads of its own, so this one sees it grow. Whoever sent the photo ends us. */
function tellGrowth(limit) {
  if (isBusy && process.memoryUsage.rss() > limit) process.send({ outgrown: true })
}

/** On Linux: should memory run out, this process goes first, not the database or the web. */
function offerToTheKernel() {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Another system, or not allowed: nothing is lost but the preference.
  }
}
