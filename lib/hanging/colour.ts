/** Linear light, 0 to 1 each. */
export type Rgb = readonly [number, number, number]

/** `#rrggbb` in sRGB to linear light (IEC 61966-2-1). */
export function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Y of linear sRGB (IEC 61966-2-1). */
export const luminance = (light: Rgb): number => 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
