import { expect, it } from 'vitest'
import { readHouse } from '@/server/house/read-house'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { createOperator } from './create-operator'
import { setUpHouse } from './set-up-house'
import { setUpAddress, setUpToken } from './set-up-token'
import { signIn } from './sign-in'
import { viewerFromHeaders } from './viewer-from-headers'

const from = (address: string) => new Headers({ 'x-vernissage-address': address })
const bodyOf = (n: number, token = setUpToken(env.AUTH_SECRET)) => ({
  token,
  houseName: { en: 'Lakeside', zh: '湖畔' },
  isSignUpOpen: false,
  name: `Operator ${n}`,
  email: `Operator-${n}@example.org`,
  password: 'a long password',
})
const people = () => db.person.count({ where: { isAnonymous: false } })

it('wants the token of the log, and does nothing without it', async () => {
  for (const token of ['x', setUpToken('another secret')]) {
    await expect(setUpHouse(bodyOf(0, token), from('10.0.0.1'))).rejects.toMatchObject({ code: 'set_up_token_wrong' })
  }
  expect(await people()).toBe(0)
  expect((await readHouse()).isSetUp).toBe(false)
  expect(setUpAddress('http://a', env.AUTH_SECRET)).toBe(`http://a/set-up#${setUpToken(env.AUTH_SECRET)}`)
})

it('is done once, whole, however many try at once, and signs that one in', async () => {
  const tries = Array.from({ length: 8 }, (_, n) => setUpHouse(bodyOf(n), from(`10.0.1.${n}`)))
  const outcomes = await Promise.allSettled([...tries, createOperator('seed@example.org')])
  const done = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : []))
  expect(done).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already_set_up' })
  }
  expect(await people()).toBe(1)
  expect(await db.person.findFirst({ where: { isAnonymous: false } })).toMatchObject({ role: 'OPERATOR' })
  expect(await db.account.count()).toBe(1)
  await expect(setUpHouse(bodyOf(9), from('10.0.2.1'))).rejects.toMatchObject({ code: 'already_set_up' })
})

it('leaves a house with a name, closed to new accounts where that was wished, and an operator who can sign in', async () => {
  await db.person.deleteMany()
  await db.house.deleteMany()
  const { viewer, setCookies } = await setUpHouse(bodyOf(1), from('10.0.3.1'))
  expect(viewer).toMatchObject({ role: 'OPERATOR', name: 'Operator 1', email: 'operator-1@example.org' })
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  expect(await viewerFromHeaders(new Headers({ cookie }))).toMatchObject({ id: viewer.id, role: 'OPERATOR' })
  expect(await readHouse()).toMatchObject({
    name: { en: 'Lakeside', zh: '湖畔' },
    features: { signUp: false, comments: true },
    isSetUp: true,
  })
  const again = await signIn({ email: 'operator-1@example.org', password: 'a long password' }, from('10.0.3.2'))
  expect(again.viewer.id).toBe(viewer.id)
})
