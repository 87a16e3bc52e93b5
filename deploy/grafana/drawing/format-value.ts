const trim = (value: number) => String(Number(value.toPrecision(3)))

function scaled(value: number, units: string[], base: number): string {
  const power = value === 0 ? 0 : Math.floor(Math.log(Math.abs(value)) / Math.log(base))
  const index = Math.min(units.length - 1, Math.max(0, power))
  return `${trim(value / base ** index)}${units[index]}`
}

function duration(seconds: number): string {
  const size = Math.abs(seconds)
  if (size >= 7200) return `${trim(seconds / 3600)} h`
  if (size >= 120) return `${trim(seconds / 60)} min`
  if (size >= 1 || size === 0) return `${trim(seconds)} s`
  return `${trim(seconds * 1000)} ms`
}

/**
 * A value in one of Grafana's units, as short as it is read well.
 *
 * @param now epoch ms, for what is told as a time from now
 */
export function formatValue(value: number, unit: string, now: number): string {
  if (unit === 's') return duration(value)
  if (unit === 'percentunit') return `${trim(value * 100)} %`
  if (unit === 'bytes') return scaled(value, [' B', ' KiB', ' MiB', ' GiB', ' TiB'], 1024)
  if (unit === 'reqps') return `${trim(value)}/s`
  if (unit === 'celsius') return `${trim(value)} °C`
  if (unit === 'dateTimeFromNow') return `in ${duration((value - now) / 1000)}`
  return scaled(value, ['', ' K', ' M', ' G'], 1000)
}

/** A few round numbers from 0 to `most` or just beyond, for an axis in one of Grafana's units. */
export function roundTicks(most: number, unit = 'short'): number[] {
  const highest = most > 0 ? most : 1
  // Bytes are round in powers of 1024.
  const whole = unit === 'bytes' ? 1024 ** Math.floor(Math.log(highest) / Math.log(1024)) : 1
  const wanted = highest / whole / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = whole * power * ([1, 2, 5, 10].find((each) => each * power >= wanted) ?? 10)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step)
}
