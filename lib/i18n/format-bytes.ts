import type { Locale } from './locale'

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** `1.4 GiB`, `312 MiB`, `0 B`: powers of 1024 (IEC 80000-13), three figures at most. */
export function formatBytes(bytes: number, locale: Locale): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  return `${number.format(bytes / 1024 ** power)} ${units[power]}`
}
