import { z } from 'zod'
import { portraitQualitySchema } from '@/lib/contracts/portraits'
import { createPainter } from '@/worker/painter/painter'
import { encodeTestPhoto, orderOf } from '@/worker/painter/testing/orders'

/** Of what is decoded, px: a square has a third more pixels than the usual photo, and memory goes with them. */
const shapes = { photo: { width: 2400, height: 1800 }, square: { width: 2400, height: 2400 } } as const

const [threads, quality, shape] = z
  .tuple([z.coerce.number().int().positive(), portraitQualitySchema, z.enum(['photo', 'square'])])
  .parse([process.argv[2] ?? 1, process.argv[3] ?? 'PAINTING', process.argv[4] ?? 'photo'])

/**
 * Paints one picture at HD in a process of its own and says how long it took and how much memory it had at the most:
 * `node --import tsx bench/hd-memory.ts THREADS [SKETCH|PAINTING|MASTER] [photo|square]`.
 */
const painter = await createPainter({ threads })
const photo = await encodeTestPhoto(shapes[shape].width, shapes[shape].height)
const began = performance.now()
await painter.paint(orderOf(painter, photo, { longSide: 2048, quality }))
const ms = performance.now() - began
await painter.close()
// maxRSS is in KiB (getrusage).
console.log(JSON.stringify({ ms, mebibytes: process.resourceUsage().maxRSS / 1024 }))
