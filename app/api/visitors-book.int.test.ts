import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { Visitor } from '@/server/http/testing/visitor'
import { decideCase } from '@/server/moderation/decide-case'
import { listCases } from '@/server/moderation/list-cases'
import { reportSubject } from '@/server/moderation/report-subject'
import { listNotices } from '@/server/notices/list-notices'
import { db } from '@/server/platform/db'
import { judgeEntry } from '@/server/visitors-book/judge-entry'
import { openBook } from '@/server/visitors-book/open-book'
import { readBook } from '@/server/visitors-book/read-book'
import { removeEntry } from '@/server/visitors-book/remove-entry'
import { signBook } from '@/server/visitors-book/sign-book'
import { POST as postBook } from './exhibitions/[slug]/book/route'

const reportEntry = (subjectId: string, by: Parameters<typeof reportSubject>[1]) =>
  reportSubject({ subjectKind: 'book-entry', subjectId, reason: 'hate', text: '' }, by)

const kindsOf = async (personId: string) =>
  (await listNotices(personId)).notices.map(({ content }) =>
    content.kind === 'moderated' ? `${content.kind} ${content.what}` : content.kind,
  )

const textsOf = async (slug: string, viewer: Parameters<typeof readBook>[2] = null) =>
  (await readBook(slug, undefined, viewer)).entries.map(({ text }) => text)

describe('the visitors’ book', () => {
  test('is read newest first, page by page, each line once', async () => {
    const { slug } = await makeExhibition()
    const guest = await makePerson('GUEST')
    const texts = Array.from({ length: 25 }, (_, index) => `line ${index}`)
    for (const text of texts) await signBook(slug, { text, name: 'Ada' }, guest)
    const first = await readBook(slug, undefined, null)
    const second = await readBook(slug, first.nextCursor ?? '', null)
    expect([...first.entries, ...second.entries].map(({ text }) => text)).toEqual(texts.toReversed())
    expect([first.entries.length, second.nextCursor]).toEqual([20, null])
    await expect(readBook(slug, 'x', null)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('has the same line of the same person once, though it was sent twice', async () => {
    const { slug } = await makeExhibition()
    const guest = await makePerson('GUEST')
    const line = { text: 'Lovely', name: '' }
    const [one, again] = [await signBook(slug, line, guest), await signBook(slug, line, guest)]
    expect(again.id).toBe(one.id)
    expect(await textsOf(slug)).toEqual(['Lovely'])
  })

  test('takes no line while it is closed, or where one may not enter', async () => {
    const { slug } = await makeExhibition()
    const draft = await makeExhibition({ status: 'DRAFT' })
    const [guest, curator] = [await makePerson('GUEST'), await makePerson('CURATOR')]
    await openBook(slug, false, curator)
    await expect(signBook(slug, { text: 'Late', name: '' }, guest)).rejects.toMatchObject({ code: 'book_closed' })
    await expect(signBook(draft.slug, { text: 'x', name: '' }, guest)).rejects.toMatchObject({ code: 'not_found' })
    await expect(openBook(slug, true, await makePerson())).rejects.toMatchObject({ code: 'forbidden' })
    await openBook(slug, true, curator)
    await signBook(slug, { text: 'Open again', name: '' }, guest)
    expect(await textsOf(slug)).toEqual(['Open again'])
  })

  test('hides a line that three people report, once each, until a curator leaves it in for good', async () => {
    const { slug } = await makeExhibition()
    const curator = await makePerson('CURATOR')
    const { id } = await signBook(slug, { text: 'Rude', name: '' }, await makePerson('GUEST'))
    const people = await Promise.all([1, 2, 3, 4].map(() => makePerson('GUEST')))
    const [first, second, third, fourth] = people
    if (!first || !second || !third || !fourth) throw new Error('four people')
    await Promise.all([reportEntry(id, first), reportEntry(id, first), reportEntry(id, first)])
    await reportEntry(id, second)
    expect(await textsOf(slug)).toEqual(['Rude'])
    await reportEntry(id, third)
    expect(await textsOf(slug)).toEqual([])
    const kept = (await readBook(slug, undefined, curator)).entries
    expect(kept).toMatchObject([{ isHidden: true, reportCount: 3 }])
    await judgeEntry(id, false, curator)
    await reportEntry(id, fourth)
    expect(await textsOf(slug)).toEqual(['Rude'])
    await judgeEntry(id, true, curator)
    expect(await textsOf(slug)).toEqual([])
    await expect(judgeEntry(id, false, await makePerson())).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('has its reports on the curators’ desk, and both see what the other decided', async () => {
    const { slug } = await makeExhibition()
    const [writer, reporter, curator] = [await makePerson(), await makePerson('GUEST'), await makePerson('CURATOR')]
    const { id } = await signBook(slug, { text: 'Rude', name: '' }, writer)
    await reportEntry(id, reporter)
    const caseOf = async (status: 'OPEN' | 'UPHELD' | 'DISMISSED') =>
      (await listCases(status, curator)).cases.find(({ subject }) => subject?.href === `/exhibitions/${slug}#book`)
    const waiting = await caseOf('OPEN')
    expect(waiting).toMatchObject({ subjectKind: 'book-entry', reportCount: 1, subject: { text: 'Rude' } })
    await judgeEntry(id, true, curator)
    expect(await caseOf('OPEN')).toBeUndefined()
    expect(await caseOf('UPHELD')).toMatchObject({ subject: { isHidden: true } })
    expect([await kindsOf(writer.id), await kindsOf(reporter.id)]).toEqual([['moderated upheld'], ['report-decided']])
    await judgeEntry(id, false, curator)
    expect(await caseOf('DISMISSED')).toMatchObject({ subject: { isHidden: false } })
    expect(await textsOf(slug)).toEqual(['Rude'])
    await reportEntry(id, await makePerson('GUEST'))
    const caseId = (await caseOf('OPEN'))?.id ?? ''
    await decideCase({ caseId, decision: 'UPHELD', note: 'Be kind' }, curator)
    expect(await textsOf(slug)).toEqual([])
    await expect(reportEntry(id, await makePerson('GUEST'))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of a room of one’s own shows again what the house upheld only when the house says so', async () => {
    const owner = await makePerson()
    const { slug } = await makeExhibition({ kind: 'OWN_ROOM', ownerId: owner.id })
    const { id } = await signBook(slug, { text: 'Rude', name: '' }, await makePerson('GUEST'))
    await judgeEntry(id, true, owner)
    await judgeEntry(id, false, owner)
    await reportEntry(id, await makePerson('GUEST'))
    await judgeEntry(id, true, await makePerson('CURATOR'))
    await expect(judgeEntry(id, false, owner)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await textsOf(slug)).toEqual([])
  })

  test('gives a line back to its writer alone', async () => {
    const { slug } = await makeExhibition()
    const [writer, other] = [await makePerson('GUEST'), await makePerson('GUEST')]
    const { id } = await signBook(slug, { text: 'Mine', name: '' }, writer)
    await expect(removeEntry(id, other)).rejects.toMatchObject({ code: 'not_found' })
    expect((await readBook(slug, undefined, writer)).entries[0]?.isMine).toBe(true)
    await removeEntry(id, writer)
    expect(await textsOf(slug)).toEqual([])
  })

  test('has the reports of the release before as cases: waiting, kept and hidden', async () => {
    const { id: exhibitionId } = await makeExhibition()
    const people = await Promise.all([makePerson('GUEST'), makePerson('GUEST'), makePerson('GUEST')])
    const entry = async (reports: number, columns: { hiddenAt?: Date; keptAt?: Date }) => {
      const data = { exhibitionId, personId: people[0].id, text: 'Old', reportCount: reports, ...columns }
      const { id: entryId } = await db.bookEntry.create({ data })
      const said = people.slice(0, reports).map(({ id: personId }) => ({ entryId, personId }))
      await db.bookReport.createMany({ data: said })
      return entryId
    }
    const now = new Date()
    const lines = [
      await entry(1, {}),
      await entry(3, { hiddenAt: now }),
      await entry(3, { keptAt: now }),
      await entry(1, { hiddenAt: now }),
      await entry(0, {}),
    ]
    const script = await readFile('prisma/migrations/20261127120000_traces/migration.sql', 'utf8')
    const [, moved = ''] = script.split('-- Reports of lines')
    const statements = moved
      .slice(moved.indexOf('INSERT'))
      .split(';')
      .filter((statement) => statement.trim())
    for (let times = 0; times < 2; times++) for (const statement of statements) await db.$executeRawUnsafe(statement)
    const cases = await db.moderationCase.findMany({
      where: { subjectId: { in: lines } },
      select: { subjectId: true, status: true, decidedAt: true, _count: { select: { reports: true } } },
    })
    const found = lines.map((id) => cases.find(({ subjectId }) => subjectId === id))
    expect(found.map((one) => one && [one.status, one._count.reports, one.decidedAt !== null])).toEqual([
      ['OPEN', 1, false],
      ['OPEN', 3, false],
      ['DISMISSED', 3, true],
      ['UPHELD', 1, true],
      undefined,
    ])
  })

  test('lets one person write five lines at a stretch, and refuses what is no line', async () => {
    const { slug } = await makeExhibition()
    const visitor = new Visitor()
    const write = (json: unknown) =>
      visitor.call(postBook, 'POST', `/api/exhibitions/${slug}/book`, { params: { slug }, json })
    for (const json of [
      { text: '' },
      { text: 'x'.repeat(601) },
      { text: 'a\u202eb' },
      { text: 'a\u0007' },
      { text: 'x', personId: 'y' },
    ]) {
      expect((await write(json)).status).toBe(422)
    }
    const before = await db.bookEntry.count()
    const statuses: number[] = []
    for (let line = 0; line < 8; line++) statuses.push((await write({ text: `line ${line}\nand more` })).status)
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(5)
    expect(statuses.at(-1)).toBe(429)
    expect((await db.bookEntry.count()) - before).toBe(statuses.filter((status) => status === 201).length)
  })
})
