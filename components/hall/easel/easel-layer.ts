import { type PerspectiveCamera, Vector3 } from 'three'
import type { EaselView } from '@/lib/contracts/easels'
import { atmosphereOf } from '@/lib/hanging/atmospheres'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import { isInSight } from '../people/is-in-sight'
import { buildEasel } from './build-easel'
import { createEaselFeed, type GetPicture } from './easel-feed'
import { createEaselFooting, type EaselPlace } from './easel-footing'
import { findEaselPlace } from './easel-place'

/** Where the caption hangs, metres above the floor, and from how far it can be read, metres. */
const caption = { height: 1.78, farthest: 9 } as const

export interface EaselLayer extends HallLayer {
  /** Where it stands, or would; null where the hall has no place for one. */
  readonly place: EaselPlace | null
  /** What is written over it, for as long as it is there; null while there is none. */
  caption: HTMLElement | null
  /** The easels that are shown now, the one that was begun last first; none takes the picture away, and the easel with it. */
  show(easels: readonly EaselView[]): void
}

interface EaselWishes {
  space: HallSpace
  walker: Pick<Walker, 'pose' | 'isWalking'>
  /** Asks for a frame. */
  wake(): void
  /** Told when another portrait, or none (null), is seen on the easel. */
  onSeen(id: string | null): void
  getPicture?: GetPicture<ImageBitmap>
}

/** A real easel near the entrance with a portrait that is being painted at this moment; it is there, and in the way, only while somebody shows one. */
export function createEaselLayer({ space, walker, wake, onSeen, getPicture = fetchBitmap }: EaselWishes): EaselLayer {
  const place = findEaselPlace(space)
  const footing = place && createEaselFooting(space, place, walker)
  const inSight = space.obstacles
  let stand: ReturnType<typeof buildEasel> | null = null
  let onIt: string | null = null
  let seen: string | null = null

  /** Brings the easel there or away, as there is a picture on it or none. */
  function settle(): void {
    if (!stand || !footing) return
    if (onIt === null) footing.takeAway()
    else footing.stand()
    stand.group.visible = footing.isStanding
    const now = footing.isStanding ? onIt : null
    if (now !== seen) onSeen(now)
    seen = now
  }

  const feed = createEaselFeed(getPicture, (bitmap, id) => {
    if (stand) {
      stand.setPicture(bitmap)
      onIt = id
      settle()
    } else bitmap?.close()
    wake()
  })

  return {
    place,
    caption: null,
    show(easels) {
      if (place) feed.hear(easels)
    },
    mount() {
      if (!place) {
        return { objects: [], before: () => false, after: () => undefined, dispose: () => undefined }
      }
      const exposure = space.plans[0] ? atmosphereOf(space.plans[0]).exposure : 0.79
      const easel = buildEasel(place, Math.min(1, exposure / 0.79))
      stand = easel
      onIt = null
      settle()
      feed.again()
      return {
        objects: [easel.group],
        before: () => {
          const isWaiting = onIt !== null && seen === null
          if (isWaiting) settle()
          // Once the walk that it waits for is over no frame might come any more.
          return isWaiting && walker.isWalking
        },
        after: (camera, width, height) => {
          if (this.caption) hangCaption(this.caption, camera, width, height)
        },
        dispose() {
          if (stand === easel) stand = null
          easel.dispose()
        },
      }
    },
  }

  function hangCaption(element: HTMLElement, camera: PerspectiveCamera, width: number, height: number): void {
    if (!place) return
    at.set(place.x, caption.height, place.z).project(camera)
    const { position } = camera
    const isNear = Math.hypot(position.x - place.x, position.z - place.z) < caption.farthest
    const isBefore = at.z < 1 && Math.abs(at.x) < 1 && Math.abs(at.y) < 1
    const isSeen = isNear && isBefore && isInSight(inSight, position, place)
    // Out of sight it is for the keyboard alone, in the middle of the window.
    const [left, top] = isSeen ? [((at.x + 1) / 2) * width, ((1 - at.y) / 2) * height] : [width / 2, height / 2]
    element.dataset.seen = String(isSeen)
    element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -100%)`
  }
}

const at = new Vector3()

/** ms after which a picture that does not come is given up. */
const patienceMs = 10_000

async function fetchBitmap(address: string): Promise<ImageBitmap | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) return null
    const options = { imageOrientation: 'flipY', premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const
    return await createImageBitmap(await response.blob(), options)
  } catch {
    return null
  }
}
