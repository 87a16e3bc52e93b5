import { LinearMipmapLinearFilter, SRGBColorSpace, Texture, type WebGLRenderer } from 'three'
import { joinSignals } from '@/lib/client/join-signals'
import { type PictureWidth, pictureUrl } from '@/lib/contracts/pictures'
import { measures } from '@/lib/hanging/measures'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallWork } from '../hall-works'
import { type AskedPicture, nextPicture, nextRetry } from './picture-order'
import { hasRoom, victimsFor } from './texture-room'

/** Widths after the blurred stand-in, coarse to fine. */
const rungs: readonly PictureWidth[] = [256, 1024, 2048]
const atOnce = 3
/** Seconds before a picture that failed is asked for again. */
const patience = [2, 6, 20, 60] as const
/** Seconds after which one that has not come counts as failed: a request that hangs would keep its place, and the hall unfinished, for ever. */
const mostSeconds = { first: 20, finer: 90 } as const

interface Slot extends AskedPicture {
  texture: Texture | null
  bytes: number
  failures: number
  arrived: { bitmap: ImageBitmap; rung: number } | null
}

export interface TextureLadder {
  /**
   * Looks at where the visitor is, and asks for what is missing. `pixels` is the drawing height over 2 tan(fov / 2); `seen` holds 1 for
   * each room of which anything can be seen, else 0.
   */
  look(pose: Pose, pixels: number, seen: Uint8Array): void
  /** Uploads at most one picture; whether something changed on the wall. */
  upload(renderer: WebGLRenderer): boolean
  /** Whether pictures are on their way to the wall. */
  readonly isBusy: boolean
  dispose(): void
}

/**
 * Gives each work the resolution that its size on the screen deserves: in the order of `nextPicture`, one upload a frame, within a budget
 * of bytes; what is far, behind or in a room that cannot be seen steps down again. A picture that cannot be had keeps its stand-in and is asked for again later.
 * `show` puts a texture on the wall (null: the stand-in alone); `wake` asks for a frame.
 */
export function createTextureLadder(
  works: HallWork[],
  budget: number,
  show: (index: number, texture: Texture | null, isFirst: boolean) => void,
  wake: () => void,
): TextureLadder {
  const slots = works.map(
    (): Slot => ({
      shown: -1,
      wanted: 0,
      coming: -1,
      texture: null,
      bytes: 0,
      size: 0,
      distance: 0,
      ahead: 0,
      failures: 0,
      retryAt: 0,
      arrived: null,
    }),
  )
  const abort = new AbortController()
  let running = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const mayHave = (index: number) => hasRoom(index, bytesOf(index, nextRung(slots[index] as Slot)), slots, budget)

  function fetchNext(): void {
    const now = performance.now()
    while (running < atOnce) {
      const next = nextPicture(slots, now, mayHave)
      if (next < 0) return
      void load(next)
    }
  }

  /** One timer serves all that failed: it is set for the earliest of them. */
  function waitToRetry(): void {
    clearTimeout(timer)
    const now = performance.now()
    const due = nextRetry(slots, now)
    if (due === Number.POSITIVE_INFINITY) return
    timer = setTimeout(
      () => {
        fetchNext()
        waitToRetry()
      },
      due - now + 20,
    )
  }

  async function load(index: number): Promise<void> {
    const slot = slots[index] as Slot
    const rung = nextRung(slot)
    slot.coming = rung
    running++
    try {
      const { picture } = (works[index] as HallWork).artwork
      const limit = AbortSignal.timeout((rung === 0 ? mostSeconds.first : mostSeconds.finer) * 1000)
      const signal = joinSignals(abort.signal, limit)
      const response = await fetch(pictureUrl(picture, rungs[rung] as PictureWidth), { signal })
      if (!response.ok) throw new Error(`picture answered ${response.status}`)
      // Turned over and unaltered here, off the main thread: what is uploaded is what the file says.
      const bitmap = await createImageBitmap(await response.blob(), {
        imageOrientation: 'flipY',
        premultiplyAlpha: 'none',
        colorSpaceConversion: 'none',
      })
      slot.failures = 0
      slot.arrived = { bitmap, rung }
    } catch {
      if (abort.signal.aborted) return
      const wait = (patience[Math.min(slot.failures++, patience.length - 1)] as number) * 1000
      slot.retryAt = performance.now() + wait
      waitToRetry()
    } finally {
      slot.coming = -1
      running--
    }
    wake()
    fetchNext()
  }

  function drop(index: number): void {
    const slot = slots[index] as Slot
    if (!slot.texture) return
    show(index, null, false)
    slot.texture.dispose()
    slot.texture = null
    slot.bytes = 0
    slot.shown = -1
  }

  /** The most visible of those that have come, or -1. */
  function nextArrived(): number {
    let best = -1
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as Slot
      if (slot.arrived && (best < 0 || slot.size > (slots[best] as Slot).size)) best = i
    }
    return best
  }

  /** Graphics memory, with all smaller copies, that a work's picture takes on a rung. */
  function bytesOf(index: number, rung: number): number {
    const { width, height } = (works[index] as HallWork).artwork.picture
    const shown = Math.min(width, rungs[rung] as number)
    return withMipmaps(shown, Math.max(1, Math.round((shown * height) / width)))
  }

  return {
    get isBusy() {
      return running > 0 || slots.some((slot) => slot.arrived !== null)
    },
    look(pose, pixels, seen) {
      const fx = -Math.sin(pose.yaw)
      const fz = -Math.cos(pose.yaw)
      for (let i = 0; i < works.length; i++) {
        const { room, placement } = works[i] as HallWork
        const { x, y, z, width, normal } = placement
        const dx = x - pose.x
        const dy = y - measures.eyeHeight
        const dz = z - pose.z
        const distance = Math.max(0.4, Math.hypot(dx, dy, dz))
        const slot = slots[i] as Slot
        const isBehind = dx * fx + dz * fz < -0.5 * width || dx * normal[0] + dz * normal[1] > 0
        slot.distance = distance
        slot.ahead = (dx * fx + dz * fz) / distance
        slot.size = isBehind || seen[room] !== 1 ? 0 : (width * pixels) / distance
        slot.wanted = wantedRung(slot)
      }
      fetchNext()
    },
    upload(renderer) {
      for (let index = nextArrived(); index >= 0; index = nextArrived()) {
        const slot = slots[index] as Slot
        const { bitmap, rung } = slot.arrived as NonNullable<Slot['arrived']>
        slot.arrived = null
        const bytes = withMipmaps(bitmap.width, bitmap.height)
        const victims = victimsFor(index, bytes, slots, budget)
        if (!victims) {
          // Since it was asked for, the visitor has turned to others.
          bitmap.close()
          continue
        }
        for (const victim of victims) drop(victim)
        const texture = textureOf(bitmap, renderer)
        renderer.initTexture(texture)
        show(index, texture, slot.texture === null)
        slot.texture?.dispose()
        slot.texture = texture
        slot.bytes = bytes
        slot.shown = rung
        return true
      }
      return false
    },
    dispose() {
      abort.abort()
      clearTimeout(timer)
      for (let i = 0; i < slots.length; i++) {
        slots[i]?.arrived?.bitmap.close()
        slots[i]?.texture?.dispose()
      }
    },
  }
}

/** Every picture is seen coarsely before it is seen finely. */
const nextRung = (slot: Slot): number => (slot.shown < 0 ? 0 : slot.wanted)

const withMipmaps = (width: number, height: number): number => Math.round((width * height * 4 * 4) / 3)

/** A rung is climbed when the picture outgrows it by a tenth, and left again only below six tenths: no flicker between two. */
function wantedRung(slot: Slot): number {
  let rung = 0
  while (rung < rungs.length - 1) {
    const limit = (rungs[rung] as number) * (slot.shown > rung ? 0.6 : 1.1)
    if (slot.size <= limit) break
    rung++
  }
  return rung
}

function textureOf(bitmap: ImageBitmap, renderer: WebGLRenderer): Texture {
  const texture = new Texture(bitmap)
  texture.colorSpace = SRGBColorSpace
  texture.flipY = false
  texture.generateMipmaps = true
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = Math.min(8, renderer.capabilities.getMaxAnisotropy())
  texture.needsUpdate = true
  texture.onUpdate = () => bitmap.close()
  return texture
}
