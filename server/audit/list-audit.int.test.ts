import { beforeAll, expect, it } from 'vitest'
import type { AuditQuery } from '@/lib/contracts/audit'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { listActions, listAudit } from './list-audit'
import { recordAudit } from './record'

let operator: Viewer
let other: Viewer
const any: AuditQuery = { person: '', action: '', kind: '', id: '' }
const actsOf = async (query: Partial<AuditQuery>) =>
  (await listAudit({ ...any, ...query }, operator)).entries.map(({ action }) => action)

beforeAll(async () => {
  operator = await makePerson('OPERATOR')
  other = await makePerson('CURATOR')
  const note = (actorId: string | null, action: string, subjectType: 'person' | 'tour', subjectId: string) =>
    recordAudit(db, { actorId, action, subjectType, subjectId })
  await note(operator.id, 'person.banned', 'person', other.id)
  await note(other.id, 'tour.created', 'tour', 'a')
  await note(other.id, 'tour.changed', 'tour', 'a')
  await note(other.id, 'tour.changed', 'tour', 'b')
  await note(null, 'tour.deleted', 'tour', 'b')
})

it('finds entries by person, act and object, newest first', async () => {
  expect(await actsOf({ person: other.id })).toEqual(['tour.changed', 'tour.changed', 'tour.created'])
  expect(await actsOf({ person: String(operator.email).toUpperCase() })).toEqual(['person.banned'])
  expect(await actsOf({ person: 'house' })).toEqual(['tour.deleted'])
  expect(await actsOf({ person: 'nobody@example.org' })).toEqual([])
  expect(await actsOf({ action: 'tour.changed' })).toHaveLength(2)
  expect(await actsOf({ kind: 'tour', id: 'a' })).toEqual(['tour.changed', 'tour.created'])
  expect(await actsOf({ kind: 'person' })).toEqual(['person.banned'])
  expect(await actsOf({ kind: 'tour', person: 'house', action: 'tour.changed' })).toEqual([])
  const { entries } = await listAudit({ ...any, kind: 'person' }, operator)
  expect(entries[0]).toMatchObject({ actor: operator.name, subjectName: other.name, subjectId: other.id })
})

it('knows every kind of act once', async () => {
  expect(await listActions(operator)).toEqual(['person.banned', 'tour.changed', 'tour.created', 'tour.deleted'])
})

it('gives page after page, to the end', async () => {
  const rows = Array.from({ length: 85 }, (_, n) => ({ action: 'x.y', subjectType: 'tour', subjectId: `${n}` }))
  await db.auditEntry.createMany({ data: rows })
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listAudit({ ...any, action: 'x.y', cursor }, operator)
    found.push(...page.entries.map(({ subjectId }) => subjectId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(found).toEqual(rows.map(({ subjectId }) => subjectId).reverse())
  await expect(listAudit({ ...any, cursor: '1; DROP' }, operator)).rejects.toMatchObject({ code: 'invalid_request' })
})
