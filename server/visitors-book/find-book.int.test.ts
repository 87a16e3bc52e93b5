import { expect, test } from 'vitest'
import { makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { readBook } from './read-book'
import { signBook } from './sign-book'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const line = { text: 'Thank you', name: 'Ada' }

test.each([
  ['written down', 'CLOSED' as const],
  ['not written down yet', 'OPEN' as const],
])('who was inside at the hour still writes in the book and reads it, the closing %s', async (_what, status) => {
  const { slug } = await makeExhibition({ status, opensAt: ago(600), closesAt: ago(50) })
  await signBook(slug, line, await makePerson('GUEST'))
  const { entries, isOpen } = await readBook(slug, undefined, null)
  expect([entries.map(({ text }) => text), isOpen]).toEqual([[line.text], true])
})

test.each([
  ['closed over an hour ago', { status: 'CLOSED' as const, closesAt: ago(61) }],
  ['closed at an hour that nobody knows', { status: 'CLOSED' as const }],
  ['was put away', { status: 'ARCHIVED' as const, closesAt: ago(5) }],
  ['has not been opened', { status: 'SCHEDULED' as const, opensAt: ago(-60) }],
  [
    'is somebody’s room that moderation closed',
    { kind: 'OWN_ROOM' as const, status: 'CLOSED' as const, closesAt: ago(5) },
  ],
])('the book of one that %s is there for nobody', async (_what, state) => {
  const owner = 'kind' in state ? await makePerson() : null
  const { slug } = await makeExhibition({ ...state, ownerId: owner?.id })
  await expect(readBook(slug, undefined, null)).rejects.toMatchObject({ code: 'not_found' })
  await expect(signBook(slug, line, await makePerson('GUEST'))).rejects.toMatchObject({ code: 'not_found' })
})
