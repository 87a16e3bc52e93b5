import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { keptSession } from '@/server/accounts/kept-sessions'
import { setBan } from '@/server/accounts/set-ban'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { countStorage } from '@/server/storage/count-storage'
import { listPeople } from './list-people'
import { listStorage } from './list-storage'
import { setQuota } from './set-quota'
import { setRole } from './set-role'

const all = { q: '', filter: 'all' } as const

it('lists everybody once, page by page, newest first, and finds by part of a name or an address', async () => {
  const operator = await makePerson('OPERATOR')
  const ids: string[] = []
  for (let i = 0; i < 33; i++) ids.push((await makePerson()).id)
  await makePerson('GUEST')
  const first = await listPeople(all, operator)
  expect(first.people).toHaveLength(30)
  const second = await listPeople({ ...all, cursor: first.nextCursor ?? '' }, operator)
  expect(second.nextCursor).toBeNull()
  const listed = [...first.people, ...second.people].map(({ id }) => id)
  expect(listed).toEqual([...ids].reverse().concat(operator.id))

  const odd = await makePerson()
  await db.person.update({ where: { id: odd.id }, data: { name: '100%_Grace' } })
  const find = async (q: string) => (await listPeople({ ...all, q }, operator)).people.map(({ id }) => id)
  expect(await find('0%_gra')).toEqual([odd.id])
  expect(await find('%_grace')).toEqual([odd.id])
  expect(await find('10')).toContain(odd.id)
  expect(await find(String(odd.email).slice(2, 20).toUpperCase())).toEqual([odd.id])
  expect(await find('nobody-like-that')).toEqual([])
  const ming = await makePerson()
  await db.person.update({ where: { id: ming.id }, data: { name: '王小明 Ming' } })
  for (const q of ['王', '小明', '王小明', '明 M']) expect(await find(q), q).toEqual([ming.id])
  expect(await find('明王')).toEqual([])
  const operators = await listPeople({ q: '', filter: 'operators' }, operator)
  expect(operators.people.map(({ id }) => id)).toEqual([operator.id])
  await expect(listPeople({ ...all, cursor: 'x' }, operator)).rejects.toMatchObject({ code: 'invalid_request' })
})

it('gives a role at the commit, to the version that was seen, with an entry in the trail', async () => {
  const [operator, artist] = [await makePerson('OPERATOR'), await makePerson()]
  const token = `vernissage.session_token=${randomUUID()}`
  const session = { viewer: artist, sessionId: 's', hasExpired: false, setCookies: [] }
  await keptSession(token, async () => session)
  const row = await setRole({ personId: artist.id, role: 'CURATOR', version: 1 }, operator)
  expect(row).toMatchObject({ role: 'CURATOR', version: 2 })
  const fresh = { ...session, viewer: { ...artist, role: 'CURATOR' as const } }
  expect(await keptSession(token, async () => fresh)).toEqual(fresh)
  await expect(setRole({ personId: artist.id, role: 'ARTIST', version: 1 }, operator)).rejects.toMatchObject({
    code: 'conflict',
  })
  const guest = await makePerson('GUEST')
  await expect(setRole({ personId: guest.id, role: 'CURATOR', version: 1 }, operator)).rejects.toMatchObject({
    code: 'not_found',
  })
  const entries = await db.auditEntry.findMany({ where: { subjectId: artist.id } })
  expect(entries).toMatchObject([
    { actorId: operator.id, action: 'person.role-set', detail: { from: 'ARTIST', to: 'CURATOR' } },
  ])
})

it('never leaves the house without an operator, whoever acts at once', async () => {
  await db.person.updateMany({ where: { role: 'OPERATOR' }, data: { role: 'ARTIST' } })
  const [a, b] = [await makePerson('OPERATOR'), await makePerson('OPERATOR')]
  const outcomes = await Promise.allSettled([
    setRole({ personId: a.id, role: 'ARTIST', version: 1 }, b),
    setBan({ personId: b.id, isBanned: true }, a),
  ])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'last_operator' } }])
  expect(await db.person.count({ where: { role: 'OPERATOR', bannedAt: null } })).toBe(1)
  const last = await db.person.findFirstOrThrow({ where: { role: 'OPERATOR', bannedAt: null } })
  const itself = { ...a, id: last.id }
  const wish = { personId: last.id, role: 'VISITOR' as const, version: last.version }
  await expect(setRole(wish, itself)).rejects.toMatchObject({ code: 'last_operator' })
})

it('lists who keeps most, first, with figures of now and the quota of each', async () => {
  const operator = await makePerson('OPERATOR')
  const people = []
  for (const works of [1, 3, 2]) {
    const person = await makePerson()
    for (let i = 0; i < works; i++) await makeArtwork({ ownerId: person.id })
    people.push(person)
  }
  const [one, three, two] = people.map(({ id }) => id)
  await countStorage()
  expect(await setQuota({ personId: String(one), quotaMiB: 5, version: 1 }, operator)).toMatchObject({ quotaMiB: 5 })
  const { people: rows } = await listStorage(operator)
  expect(rows.map(({ id, bytes, quotaMiB }) => [id, bytes, quotaMiB])).toEqual([
    [three, 3000, null],
    [two, 2000, null],
    [one, 1000, 5],
  ])
  expect((await listStorage(operator, `2000_${two}`)).people.map(({ id }) => id)).toEqual([one])
  await expect(listStorage(operator, '1_x')).rejects.toMatchObject({ code: 'invalid_request' })

  await db.artwork.deleteMany({ where: { ownerId: three } })
  await db.picture.deleteMany({ where: { ownerId: three } })
  expect((await listStorage(operator)).people[0]).toMatchObject({ id: three, bytes: 0 })
  await countStorage()
  expect((await listStorage(operator)).people.map(({ id }) => id)).toEqual([two, one])
})
