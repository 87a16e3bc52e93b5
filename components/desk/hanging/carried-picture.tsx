import { pictureUrl } from '@/lib/contracts/pictures'
import type { Drag } from './use-drag'

/** A work of the depot under the pointer, while it is not over the wall, where it would be drawn at its own size. */
export function CarriedPicture({ drag }: { drag: Drag | null }) {
  if (!drag?.carried || drag.works.length > 0) return null
  return (
    // biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already
    <img
      src={pictureUrl(drag.carried.picture, 256)}
      alt=""
      className="pointer-events-none fixed z-50 max-h-24 max-w-24 -translate-x-1/2 -translate-y-1/2"
      style={{ left: drag.clientX, top: drag.clientY }}
    />
  )
}
