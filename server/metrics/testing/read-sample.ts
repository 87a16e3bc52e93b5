/** The value of one series in Prometheus' text format, found by its name and some of its labels; null where there is none. */
export function readSample(text: string, name: string, labels: Record<string, string | number> = {}): number | null {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const line = text
    .split('\n')
    .find((one) => /^\w+/.exec(one)?.[0] === name && wanted.every((label) => one.includes(label)))
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(' ') + 1))
}
