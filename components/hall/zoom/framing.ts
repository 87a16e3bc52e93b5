import { measures } from '@/lib/hanging/measures'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { Detail } from '../engine/hall-address'
import type { Lens } from '../engine/lens'

/** A rectangle of the window, pixels. */
export interface Framing {
  left: number
  top: number
  width: number
  height: number
}

/** Where a work appears in the window for somebody who looks at it straight; the box around it for somebody who does not. */
export function framingOf(
  { x, y, z, normal, width, height }: Placement,
  pose: Pose,
  lens: Lens,
  window: { width: number; height: number },
): Framing {
  const half = Math.tan(lens.fieldOfView / 2)
  const [cy, sy] = [Math.cos(pose.yaw), Math.sin(pose.yaw)]
  const [cp, sp] = [Math.cos(pose.pitch), Math.sin(pose.pitch)]
  const corners = [-0.5, 0.5].flatMap((a) =>
    [-0.5, 0.5].map((b) => {
      const dx = x + normal[1] * width * a - pose.x
      const dz = z - normal[0] * width * a - pose.z
      const up = y + height * b - measures.eyeHeight
      const ahead = -dx * sy - dz * cy
      const depth = Math.max(0.05, ahead * cp + up * sp)
      const across = (dx * cy - dz * sy) / depth / (half * lens.aspect) - lens.shiftX
      const high = (up * cp - ahead * sp) / depth / half - lens.shiftY
      return [((across + 1) / 2) * window.width, ((1 - high) / 2) * window.height] as const
    }),
  )
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** A rectangle in the viewer's units: widths of the picture. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** What the viewer has to show so that the picture fills the framing. */
export function boundsFor(framing: Framing, window: { width: number; height: number }): Bounds {
  const unit = framing.width
  return {
    x: -framing.left / unit,
    y: -framing.top / unit,
    width: window.width / unit,
    height: window.height / unit,
  }
}

/** The part of a picture (height in widths of it) that the viewer shows. */
export function detailOf(bounds: Bounds, height: number): Detail {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const [left, right] = [clamp(bounds.x, 1), clamp(bounds.x + bounds.width, 1)]
  const [top, bottom] = [clamp(bounds.y, height), clamp(bounds.y + bounds.height, height)]
  return [left * 100, (top / height) * 100, (right - left) * 100, ((bottom - top) / height) * 100]
}

export function boundsOfDetail([x, y, width, tall]: Detail, height: number): Bounds {
  return { x: x / 100, y: (y / 100) * height, width: width / 100, height: (tall / 100) * height }
}
