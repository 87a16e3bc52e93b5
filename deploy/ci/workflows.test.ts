import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, '.github/workflows')
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))).scripts
const workflowSchema = z.looseObject({
  name: z.string(),
  on: z.unknown(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'runs-on': z.string().regex(/^[\w-]+-\d/),
      'timeout-minutes': z.number(),
      steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
})

describe.each(fs.readdirSync(folder))('%s', (name) => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  const workflow = workflowSchema.parse(parse(text))
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('says what it may, and uses actions by version', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+/)
    for (const step of steps) expect([step.uses, step.run].filter(Boolean)).toHaveLength(1)
  })

  it('runs what there is', () => {
    for (const [, script] of text.matchAll(/npm (?:run )?(test|bench|lint|types|drill)\b/g))
      expect(scripts).toHaveProperty(script ?? '')
    for (const [, file] of text.matchAll(/tsx (deploy\/[\w./-]+)/g))
      expect(fs.existsSync(path.join(root, file ?? ''))).toBe(true)
    const dockerfile = fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8')
    for (const [, target] of text.matchAll(/context: \., target: ([\w-]+)/g))
      expect(dockerfile).toContain(` AS ${target}\n`)
  })
})
