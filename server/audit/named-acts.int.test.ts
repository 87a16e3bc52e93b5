import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { auditSubjects } from '@/lib/contracts/audit'
import { locales } from '@/lib/i18n/locale'
import { nameAct } from '@/lib/i18n/messages/audit'

const root = path.resolve(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(name)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')
      ? [readFileSync(path.join(root, name), 'utf8')]
      : []
  })
}

test('every act that the house writes down has its words in both languages', () => {
  const subject = [...auditSubjects, 'depot', 'operator'].join('|')
  const writers = sources('server').filter((text) => /recordAudit\(|noteChange\(/.test(text))
  const acts = writers.flatMap((text) => [
    ...Array.from(text.matchAll(new RegExp(`'((?:${subject})\\.[a-z-]+)'`, 'g')), ([, act]) => act),
    ...(text.includes('noteChange(')
      ? Array.from(text.matchAll(/what: '([a-z-]+)'/g), ([, what]) => `exhibition.${what}`)
      : []),
  ])
  const statuses = ['draft', 'scheduled', 'open', 'closed', 'archived'].map((status) => `exhibition.${status}`)
  const all = [...new Set([...acts, ...statuses])].map(String)
  expect(all.length).toBeGreaterThan(50)
  const unnamed = all.flatMap((act) => locales.filter((locale) => nameAct(act, locale) === act).map(() => act))
  expect(unnamed).toEqual([])
})
