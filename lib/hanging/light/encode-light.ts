import type { Placement } from '../place-hangings'
import type { Plan } from '../plan'
import { fromHalf, toHalf } from './half'
import { cutIntoPatches } from './patches'
import type { BakedLight } from './room-light'
import { sizeOfSurfaces } from './surface-light'

/** Raised whenever the same room gets other light or other bytes than before. */
export const lightFormat = 2

const scalars = 5
const header = 4 + 4 * scalars

/**
 * A room's light as bytes, little endian: format, exposure and white balance, then half floats (radiosity of the patches, walls, floor, ceiling),
 * each as its difference from the last of its channel, low bytes before high ones: so a compressor halves them.
 */
export function encodeLight({ solution, surfaces }: BakedLight): Uint8Array<ArrayBuffer> {
  const patches = Uint16Array.from(solution.radiosity, toHalf)
  const parts = [patches, surfaces.walls, surfaces.floor, surfaces.ceiling]
  const count = parts.reduce((sum, part) => sum + part.length, 0)
  const bytes = new Uint8Array(header + 2 * count)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, lightFormat, true)
  const { skyScale, lampScale, balance } = solution
  for (const [at, value] of [skyScale, lampScale, ...balance].entries()) view.setFloat32(4 + 4 * at, value, true)
  let at = header
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const step = (part[i] as number) - (i < 3 ? 0 : (part[i - 3] as number))
      bytes[at] = step & 0xff
      bytes[at + count] = (step >> 8) & 0xff
      at++
    }
  }
  return bytes
}

/**
 * Reads what encodeLight wrote for this room.
 *
 * @throws {RangeError} when it is of another format or of another room
 */
export function decodeLight(bytes: Uint8Array, plan: Plan, placements: Placement[]): BakedLight {
  const { walls, flat } = sizeOfSurfaces(plan, placements)
  const sizes = [3 * cutIntoPatches(plan).count, walls, flat, flat]
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length !== header + 2 * count || view.getUint32(0, true) !== lightFormat)
    throw new RangeError('not the light of this room')
  const scalar = (at: number) => view.getFloat32(4 + 4 * at, true)
  let at = header
  const [patches, ...surfaces] = sizes.map((size) => {
    const part = new Uint16Array(size)
    for (let i = 0; i < size; i++) {
      const step = (bytes[at] as number) | ((bytes[at + count] as number) << 8)
      part[i] = step + (i < 3 ? 0 : (part[i - 3] as number))
      at++
    }
    return part
  }) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array]
  return {
    solution: {
      radiosity: Float32Array.from(patches, fromHalf),
      skyScale: scalar(0),
      lampScale: scalar(1),
      balance: [scalar(2), scalar(3), scalar(4)],
    },
    surfaces: { walls: surfaces[0], floor: surfaces[1], ceiling: surfaces[2] },
  }
}
