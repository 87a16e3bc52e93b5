import { describe, expect, it } from 'vitest'
import { toBytes, toPlanes } from './planar-picture'

/** A picture whose every byte tells its place. */
const picture = (width: number, height: number) => ({
  data: Uint8Array.from({ length: 3 * width * height }, (_, i) => (i * 7) % 256),
  width,
  height,
})

describe('planes', () => {
  it.each([
    [1, 1],
    [2, 3],
    [5, 128],
    [16, 16],
    [33, 18],
  ])('take a %i x %i picture there and back unchanged', (width, height) => {
    const before = picture(width, height)
    const planes = toPlanes(before)
    expect(planes.width % 4).toBe(0)
    expect(planes.height % 4).toBe(0)
    expect(Math.min(planes.width, planes.height)).toBeGreaterThanOrEqual(16)
    expect(toBytes(planes, width, height)).toEqual(before)
  })

  it('lengthen by reflection without repeating the edge', () => {
    const { data, width } = toPlanes({ data: Uint8Array.from([0, 0, 0, 100, 0, 0, 200, 0, 0]), width: 3, height: 1 })
    const row = Array.from(data.subarray(0, width), (value) => Math.round(value * 255))
    expect(row.slice(0, 7)).toEqual([0, 100, 200, 100, 0, 100, 200])
  })

  it('saturate what lies outside 0..1', () => {
    const planes = { data: new Float32Array(3 * 16 * 16).fill(1.4), width: 16, height: 16 }
    planes.data[0] = -0.4
    expect([...toBytes(planes, 2, 1).data]).toEqual([0, 255, 255, 255, 255, 255])
  })
})
