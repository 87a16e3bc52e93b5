import { createPainter } from '@/worker/painter/painter'
import { encodeTestPhoto, orderOf } from '@/worker/painter/testing/orders'

/** Paints one picture at HD in a process of its own and says how long it took and how much memory it had at the most. */
const painter = await createPainter({ threads: Number(process.argv[2]) })
const photo = await encodeTestPhoto(2400, 1800)
const began = performance.now()
await painter.paint(orderOf(painter, photo, { longSide: 2048 }))
const ms = performance.now() - began
await painter.close()
// maxRSS is in KiB (getrusage).
console.log(JSON.stringify({ ms, mebibytes: process.resourceUsage().maxRSS / 1024 }))
