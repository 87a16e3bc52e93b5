import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { watchProcess } from './process-metrics'
import { registry } from './registry'

/** Rows of the page's tables: name, type, labels, meaning, alert. */
async function documented(): Promise<Map<string, { type: string; labels: string[] }>> {
  const page = await readFile('docs/metrics.md', 'utf8')
  const rows = page.split('\n').flatMap((line) => {
    const [, name, type, labels] = /^\| `(\w+)` \| (\w+) \|([^|]*)\|/.exec(line) ?? []
    return name && type
      ? [{ name, type, labels: [...(labels ?? '').matchAll(/`(\w+)`/g)].map(([, label]) => label) }]
      : []
  })
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  return new Map(
    rows.map(({ name, type, labels }) => [name, { type, labels: labels.filter((label) => label !== undefined) }]),
  )
}

it('every metric is in docs/metrics.md with its type and labels, and everything there is a metric', async () => {
  for (const file of await readdir(import.meta.dirname)) {
    if (/^[a-z-]+\.ts$/.test(file)) await import(/* @vite-ignore */ join(import.meta.dirname, file))
  }
  watchProcess('web')
  const known = await documented()
  const registered = registry.getMetricsAsArray().map((metric) => {
    const { name, type, labelNames } = metric as typeof metric & { labelNames: string[] }
    return [name, { type: String(type), labels: labelNames.filter((label) => label !== 'le') }] as const
  })
  const names = new Set(registered.map(([name]) => name))
  // Some of these are told by Linux alone.
  const expected = [...known].filter(([name]) => names.has(name) || !name.startsWith('process_'))
  expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(registered))
})
