import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import { POST as postSignOut } from '@/app/api/account/sign-out/route'
import { POST as postSignOutEverywhere } from '@/app/api/account/sign-out-everywhere/route'
import { POST as postSignUp } from '@/app/api/account/sign-up/route'
import { PUT as putKeep } from '@/app/api/artworks/[id]/favourite/route'
import { PUT as putLike } from '@/app/api/artworks/[id]/like/route'
import { GET as getFavourites } from '@/app/api/me/favourites/route'
import { GET as getMe } from '@/app/api/me/route'
import { makeArtwork } from '@/server/artworks/testing/records'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'

const password = 'a long enough password'
const SESSION = 'vernissage.session_token'

/** Every test comes from an address of its own, so that tests do not use up each other's attempts. */
let headers: Record<string, string>
beforeEach(() => {
  headers = { 'x-vernissage-address': randomUUID() }
})

const newEmail = () => `${randomUUID()}@example.org`
const signUp = (visitor: Visitor, json: unknown) =>
  visitor.call(postSignUp, 'POST', '/api/account/sign-up', { json, headers })
const signIn = (visitor: Visitor, json: unknown) =>
  visitor.call(postSignIn, 'POST', '/api/account/sign-in', { json, headers })
const me = async (visitor: Visitor) => (await visitor.call(getMe, 'GET', '/api/me')).json.person
const like = (visitor: Visitor, id: string) =>
  visitor.call(putLike, 'PUT', `/api/artworks/${id}/like`, { params: { id } })
const keep = (visitor: Visitor, id: string) =>
  visitor.call(putKeep, 'PUT', `/api/artworks/${id}/favourite`, { params: { id } })
const likeCount = async (id: string) => (await db.artwork.findUniqueOrThrow({ where: { id } })).likeCount

async function member(email = newEmail()) {
  const visitor = new Visitor()
  expect((await signUp(visitor, { name: 'Ada', email, password })).status).toBe(201)
  return { visitor, email }
}

describe('an account', () => {
  test('is made, signed in as an artist, and recognised afterwards', async () => {
    const visitor = new Visitor()
    const answer = await signUp(visitor, { name: ' Ada ', email: 'Ada@Example.org', password })
    expect(answer.status).toBe(201)
    expect(answer.json.person).toMatchObject({ name: 'Ada', email: 'ada@example.org', isGuest: false, role: 'ARTIST' })
    expect(await me(visitor)).toEqual(answer.json.person)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^vernissage\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Max-Age=2592000/i)
  })

  test('keeps no password in clear', async () => {
    const { email } = await member()
    const { accounts } = await db.person.findUniqueOrThrow({ where: { email }, include: { accounts: true } })
    expect(accounts).toHaveLength(1)
    expect(accounts[0]?.password).toMatch(/^[0-9a-f]+:[0-9a-f]+$/)
  })

  test('is not made twice for one e-mail, whatever its capitals, and not by two at once', async () => {
    const { email } = await member()
    const again = await signUp(new Visitor(), { name: 'Eve', email: email.toUpperCase(), password })
    expect([again.status, again.json.error.code]).toEqual([409, 'email_taken'])
    const race = newEmail()
    const both = await Promise.all(['A', 'B'].map((name) => signUp(new Visitor(), { name, email: race, password })))
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
  })

  test('is not made with a role, a short password or a broken e-mail', async () => {
    const email = newEmail()
    for (const wrong of [
      { name: 'Eve', email, password, role: 'OPERATOR' },
      { name: 'Eve', email, password: 'short' },
      { name: 'Eve', email: 'nowhere', password },
      { name: 'E\0ve', email, password },
      { name: 7, email, password },
    ]) {
      const answer = await signUp(new Visitor(), wrong)
      expect([answer.status, answer.json.error.code]).toEqual([422, 'invalid_request'])
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(await db.person.count({ where: { email } })).toBe(0)
  })
})

describe('signing in', () => {
  test('with the wrong password or an unknown e-mail gets the same answer', async () => {
    const { email } = await member()
    const wrong = await signIn(new Visitor(), { email, password: 'not this one' })
    const unknown = await signIn(new Visitor(), { email: newEmail(), password })
    expect([wrong.status, wrong.json.error.code]).toEqual([401, 'wrong_credentials'])
    expect([unknown.status, unknown.json.error.message]).toEqual([401, wrong.json.error.message])
  })

  test('gives a new session and ends the one the caller came with', async () => {
    const { visitor, email } = await member()
    const before = visitor.cookies.get(SESSION)
    expect((await signIn(visitor, { email, password })).status).toBe(200)
    expect(visitor.cookies.get(SESSION)).not.toBe(before)
    const thief = new Visitor()
    thief.cookies.set(SESSION, before ?? '')
    expect(await me(thief)).toBeNull()
  })

  test('never promotes a cookie that somebody planted', async () => {
    const { email } = await member()
    const victim = new Visitor()
    victim.cookies.set(SESSION, 'planted.value')
    await signIn(victim, { email, password })
    expect(victim.cookies.get(SESSION)).not.toBe('planted.value')
    const planter = new Visitor()
    planter.cookies.set(SESSION, 'planted.value')
    expect(await me(planter)).toBeNull()
  })

  test('is slowed down for one account, from however many addresses', async () => {
    const { email } = await member()
    const answers = []
    for (let attempt = 0; attempt < 11; attempt++) {
      headers = { 'x-vernissage-address': randomUUID() }
      answers.push(await signIn(new Visitor(), { email, password: 'guess number one' }))
    }
    expect(answers.slice(0, 10).map((answer) => answer.status)).toEqual(Array(10).fill(401))
    expect(answers[10]?.json.error.code).toBe('too_many_requests')
    expect(Number(answers[10]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('signing out', () => {
  test('ends this session and removes its cookie; a second time does no harm', async () => {
    const { visitor } = await member()
    const cookie = visitor.cookies.get(SESSION) ?? ''
    for (let time = 0; time < 2; time++) {
      const answer = await visitor.call(postSignOut, 'POST', '/api/account/sign-out')
      expect(answer.json).toEqual({ ok: true })
      expect(visitor.cookies.has(SESSION)).toBe(false)
    }
    visitor.cookies.set(SESSION, cookie)
    expect(await me(visitor)).toBeNull()
  })

  test('everywhere ends the sessions of all devices', async () => {
    const { visitor, email } = await member()
    const phone = new Visitor()
    await signIn(phone, { email, password })
    expect(await me(phone)).not.toBeNull()
    await visitor.call(postSignOutEverywhere, 'POST', '/api/account/sign-out-everywhere')
    expect(await me(phone)).toBeNull()
    expect(await me(visitor)).toBeNull()
  })

  test('leaves a cookie that answers session_expired where a person is needed, and is then taken away', async () => {
    const { visitor } = await member()
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    const work = await makeArtwork()
    const expired = await like(visitor, work)
    expect([expired.status, expired.json.error.code]).toEqual([401, 'session_expired'])
    expect(await likeCount(work)).toBe(0)
    expect(visitor.cookies.has(SESSION)).toBe(false)
    const without = await visitor.call(getFavourites, 'GET', '/api/me/favourites')
    expect([without.status, without.json.error.code]).toEqual([401, 'not_signed_in'])
  })
})

describe('a guest', () => {
  test('is made by the first like, once, and stays a visitor', async () => {
    const visitor = new Visitor()
    expect(await me(visitor)).toBeNull()
    expect((await like(visitor, await makeArtwork())).status).toBe(200)
    const guest = await me(visitor)
    expect(guest).toMatchObject({ isGuest: true, email: null, role: 'VISITOR' })
    await like(visitor, await makeArtwork())
    expect((await me(visitor)).id).toBe(guest.id)
  })

  test('is not made by a like that is refused', async () => {
    const before = await db.person.count()
    const visitor = new Visitor()
    const answer = await like(visitor, randomUUID())
    expect([answer.status, visitor.cookies.size]).toEqual([404, 0])
    expect(await db.person.count()).toBe(before)
  })

  test('who signs up keeps likes and favourites, and is gone as a guest', async () => {
    const visitor = new Visitor()
    const [liked, kept] = [await makeArtwork(), await makeArtwork()]
    await like(visitor, liked)
    await keep(visitor, kept)
    const guest = await me(visitor)
    await signUp(visitor, { name: 'Ada', email: newEmail(), password })
    const person = await me(visitor)
    expect(person.id).not.toBe(guest.id)
    expect(await db.person.findUnique({ where: { id: guest.id } })).toBeNull()
    expect(await db.like.count({ where: { personId: person.id, artworkId: liked } })).toBe(1)
    expect(await db.favourite.count({ where: { personId: person.id, artworkId: kept } })).toBe(1)
    expect(await likeCount(liked)).toBe(1)
  })

  test('who signs in brings likes along; what both liked counts once', async () => {
    const { visitor, email } = await member()
    const [both, mine] = [await makeArtwork(), await makeArtwork()]
    await like(visitor, both)
    const guest = new Visitor()
    await like(guest, both)
    await like(guest, mine)
    await keep(guest, both)
    await keep(visitor, both)
    expect(await likeCount(both)).toBe(2)
    await signIn(guest, { email, password })
    expect((await me(guest)).id).toBe((await me(visitor)).id)
    expect([await likeCount(both), await likeCount(mine)]).toEqual([1, 1])
    expect(await db.artwork.findUniqueOrThrow({ where: { id: both } })).toMatchObject({ favouriteCount: 1 })
  })

  test('whose sign-in fails stays the guest', async () => {
    const { email } = await member()
    const guest = new Visitor()
    await like(guest, await makeArtwork())
    const before = await me(guest)
    await signIn(guest, { email, password: 'not this one' })
    expect(await me(guest)).toEqual(before)
  })
})
