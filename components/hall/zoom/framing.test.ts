import { describe, expect, it } from 'vitest'
import type { Placement } from '@/lib/hanging/place-hangings'
import { viewingDistance } from '@/lib/hanging/viewing-pose'
import { createLens } from '../engine/lens'
import { boundsFor, boundsOfDetail, detailOf, framingOf } from './framing'

const placement = { x: 0, y: 1.5, z: -4, normal: [0, 1], width: 2, height: 1.5 } as unknown as Placement
const window = { width: 1440, height: 900 }

function lensAt(rise: number) {
  const lens = createLens()
  lens.resize(window.width, window.height)
  lens.cover(0.25, 0)
  lens.rise(rise)
  lens.settle()
  return lens
}

describe('framingOf', () => {
  it('puts a work into the middle of what the label leaves free, at the size the lens was aimed for', () => {
    const distance = viewingDistance(2, 1.5, lensAt(0).target())
    const lens = lensAt((1.5 - 1.6) / distance)
    const framing = framingOf(placement, { x: 0, z: -4 + distance, yaw: 0, pitch: 0 }, lens, window)
    expect(framing.left + framing.width / 2).toBeCloseTo((1440 * 0.75) / 2, 6)
    expect(framing.top + framing.height / 2).toBeCloseTo(450, 6)
    expect(framing.width / framing.height).toBeCloseTo(2 / 1.5, 6)
    expect(framing.height).toBeLessThan(900 * 0.67)
  })

  it('goes beyond the window for somebody with their nose on a wide work, off its middle', () => {
    const wide = { ...placement, width: 3 }
    const lens = lensAt(0)
    const [perMetre, middle] = [450 / Math.tan(lens.fieldOfView / 2) / 0.5, (1440 * 0.75) / 2]
    const framing = framingOf(wide, { x: 1.2, z: -3.5, yaw: 0, pitch: 0 }, lens, window)
    expect(framing.left).toBeCloseTo(middle - 2.7 * perMetre, 6)
    expect(framing.left + framing.width).toBeCloseTo(middle + 0.3 * perMetre, 6)
  })

  it('is the same from any wall', () => {
    const lens = lensAt(0)
    const turned = { ...placement, x: 4, z: 0, normal: [-1, 0] } as unknown as Placement
    const [a, b] = [
      framingOf(placement, { x: 0.3, z: -1, yaw: 0, pitch: 0.1 }, lens, window),
      framingOf(turned, { x: 1, z: 0.3, yaw: -Math.PI / 2, pitch: 0.1 }, lens, window),
    ]
    for (const side of ['left', 'top', 'width', 'height'] as const) expect(b[side]).toBeCloseTo(a[side], 6)
  })
})

describe('the viewer’s bounds', () => {
  it('show the picture where it hangs', () => {
    const framing = { left: 300, top: 200, width: 600, height: 450 }
    const bounds = boundsFor(framing, window)
    // The picture's left edge is at 0, and appears 300 of 1440 pixels from the left.
    expect(-bounds.x / bounds.width).toBeCloseTo(300 / 1440, 9)
    expect(bounds.width / bounds.height).toBeCloseTo(1.6, 9)
  })

  it('and a detail are each other’s inverse', () => {
    const detail = [10, 20, 30, 25] as const
    detailOf(boundsOfDetail(detail, 0.75), 0.75).forEach((value, at) => {
      expect(value).toBeCloseTo(detail[at] as number, 9)
    })
    expect(detailOf({ x: -1, y: -1, width: 4, height: 4 }, 0.75)).toEqual([0, 0, 100, 100])
  })
})
