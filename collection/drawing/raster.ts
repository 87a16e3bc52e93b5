import type { Rgb } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'

/** A finished picture: 8-bit sRGB, three bytes per pixel, rows from the top. */
export type Picture = { rgb: Uint8Array; width: number; height: number }

/**
 * A canvas in linear light with premultiplied alpha. Drawing is in units of the canvas height:
 * u runs from 0 to `aspect` (left to right), v from 0 to 1 (top to bottom), so a scene looks the same at every size.
 */
export class Raster {
  readonly data: Float32Array
  readonly aspect: number

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Float32Array(width * height * 4)
    this.aspect = width / height
  }

  /** An empty canvas of the same size. */
  layer(): Raster {
    return new Raster(this.width, this.height)
  }

  /** Lays a colour over pixel (x, y) with opacity alpha in [0, 1]; outside the canvas nothing happens. */
  blend(x: number, y: number, colour: Rgb, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const i = (y * this.width + x) * 4
    const d = this.data
    const keep = 1 - alpha
    d[i] = (d[i] as number) * keep + colour[0] * alpha
    d[i + 1] = (d[i + 1] as number) * keep + colour[1] * alpha
    d[i + 2] = (d[i + 2] as number) * keep + colour[2] * alpha
    d[i + 3] = (d[i + 3] as number) * keep + alpha
  }

  /** Colour of the pixel, premultiplied. */
  pixel(x: number, y: number): Rgb {
    const i = (clamp(y | 0, 0, this.height - 1) * this.width + clamp(x | 0, 0, this.width - 1)) * 4
    return [this.data[i] as number, this.data[i + 1] as number, this.data[i + 2] as number]
  }

  alphaAt(x: number, y: number): number {
    return this.data[(y * this.width + x) * 4 + 3] as number
  }

  /** Bilinear colour at (u, v), the edge repeated. */
  sample(u: number, v: number): Rgb {
    const x = clamp(u * this.height - 0.5, 0, this.width - 1.001)
    const y = clamp(v * this.height - 0.5, 0, this.height - 1.001)
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    const fx = x - xi
    const fy = y - yi
    const a = this.pixel(xi, yi)
    const b = this.pixel(xi + 1, yi)
    const c = this.pixel(xi, yi + 1)
    const d = this.pixel(xi + 1, yi + 1)
    const w = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy] as const
    return [
      a[0] * w[0] + b[0] * w[1] + c[0] * w[2] + d[0] * w[3],
      a[1] * w[0] + b[1] * w[1] + c[1] * w[2] + d[1] * w[3],
      a[2] * w[0] + b[2] * w[1] + c[2] * w[2] + d[2] * w[3],
    ]
  }

  /** Bilinear opacity and premultiplied colour at (u, v); nothing outside the canvas. */
  sampleAlpha(u: number, v: number): [number, Rgb] {
    const x = u * this.height - 0.5
    const y = v * this.height - 0.5
    if (x < 0 || y < 0 || x > this.width - 1.001 || y > this.height - 1.001) return [0, [0, 0, 0]]
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    const fx = x - xi
    const fy = y - yi
    const top = this.alphaAt(xi, yi) * (1 - fx) + this.alphaAt(xi + 1, yi) * fx
    const bottom = this.alphaAt(xi, yi + 1) * (1 - fx) + this.alphaAt(xi + 1, yi + 1) * fx
    return [top + (bottom - top) * fy, this.sample(u, v)]
  }

  /** Paints rows from v = top to bottom with a colour per point; the shader may return null to leave a pixel alone. */
  shade(shader: (u: number, v: number) => Rgb | null, top = 0, bottom = 1): void {
    const first = clamp(Math.round(top * this.height), 0, this.height)
    const last = clamp(Math.round(bottom * this.height), 0, this.height)
    for (let y = first; y < last; y++) {
      const v = (y + 0.5) / this.height
      for (let x = 0; x < this.width; x++) {
        const colour = shader((x + 0.5) / this.height, v)
        if (colour) this.blend(x, y, colour, 1)
      }
    }
  }

  /** Changes every pixel in place by its own colour: light, haze, grading. */
  adjust(change: (colour: Rgb, u: number, v: number) => Rgb): void {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const i = (y * this.width + x) * 4
        const c = change(this.pixel(x, y), (x + 0.5) / this.height, (y + 0.5) / this.height)
        this.data[i] = c[0]
        this.data[i + 1] = c[1]
        this.data[i + 2] = c[2]
      }
    }
  }

  /** Lays another canvas of the same size over this one. */
  over(layer: Raster, opacity = 1): void {
    const d = this.data
    const s = layer.data
    for (let i = 0; i < d.length; i += 4) {
      const alpha = (s[i + 3] as number) * opacity
      if (alpha <= 0) continue
      const keep = 1 - alpha
      for (let k = 0; k < 3; k++) d[i + k] = (d[i + k] as number) * keep + (s[i + k] as number) * opacity
      d[i + 3] = (d[i + 3] as number) * keep + alpha
    }
  }

  /**
   * The canvas mirrored top to bottom about the line v = line. What falls outside stays empty, or with `extend` repeats
   * the outermost row (a sky that goes on above the picture).
   */
  flipped(line: number, extend = false): Raster {
    const out = this.layer()
    const row = this.width * 4
    for (let y = 0; y < this.height; y++) {
      const asked = Math.round(2 * line * this.height) - 1 - y
      const from = extend ? clamp(asked, 0, this.height - 1) : asked
      if (from < 0 || from >= this.height) continue
      out.data.set(this.data.subarray(from * row, (from + 1) * row), y * row)
    }
    return out
  }

  /** Develops the canvas: a soft shoulder for light above 1, then 8-bit sRGB. */
  develop(exposure = 1): Picture {
    const rgb = new Uint8Array(this.width * this.height * 3)
    for (let p = 0; p < this.width * this.height; p++) {
      for (let k = 0; k < 3; k++) rgb[p * 3 + k] = toByte((this.data[p * 4 + k] as number) * exposure)
    }
    return { rgb, width: this.width, height: this.height }
  }
}

const toByte = (light: number): number => {
  const x = Math.max(0, light)
  const soft = x < 0.6 ? x : 0.6 + 0.4 * (1 - Math.exp(-(x - 0.6) / 0.4))
  const s = soft <= 0.0031308 ? soft * 12.92 : 1.055 * soft ** (1 / 2.4) - 0.055
  return Math.round(clamp(s) * 255)
}
