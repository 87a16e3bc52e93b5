import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const ruleSchema = z.object({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
})
const fileSchema = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(ruleSchema) })) })

export type Rule = z.infer<typeof ruleSchema>

/** Every rule of deploy/prometheus/rules. */
export function readRules(): Rule[] {
  const folder = path.join(import.meta.dirname, 'rules')
  const files = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
  return files.flatMap((text) => fileSchema.parse(parse(text)).groups.flatMap(({ rules }) => rules))
}

/** Names of metrics in a query: what stands before a selector, a bracket or an operator and is no function or keyword. */
export function metricsIn(expr: string): string[] {
  const bare = expr
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
  const names = [...bare.matchAll(/[a-zA-Z_:][\w:]*/g)].map(([name]) => ({ name, end: bare.indexOf(name) }))
  return [...new Set(names.map(({ name }) => name))]
    .filter((name) => /[_:]/.test(name) || name === 'up')
    .filter((name) => !isFunction(bare, name))
}

function isFunction(expr: string, name: string): boolean {
  return new RegExp(`(^|[^\\w:])${name}\\s*\\(`).test(expr)
}
