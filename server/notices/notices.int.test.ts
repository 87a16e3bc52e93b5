import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { NoticeContent } from '@/lib/contracts/notices'
import { setPage } from '@/server/artists/set-page'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { setFollow } from '@/server/follows/set-follow'
import { db } from '@/server/platform/db'
import { listNotices } from './list-notices'
import { markRead, markSeen } from './mark-read'
import { sendMails } from './send-mail'
import { aboutPortrait, tell } from './tell'
import { tellNewWorks } from './tell-new-works'
import { tellOpenings } from './tell-openings'
import { setNoticeWishes } from './wishes'

interface Received {
  to: string[]
  mail: string
}

/** A mail server that keeps what it is given, and refuses or drops as a test says. */
const received: Received[] = []
let onRecipient: (address: string) => Error | null = () => null
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(onRecipient(address)),
  onData: (stream, { envelope }, done) => {
    text(stream).then((mail) => {
      received.push({ to: envelope.rcptTo.map(({ address }) => address), mail })
      done()
    }, done)
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
afterAll(() => new Promise<void>((done) => server.close(done)))
beforeEach(async () => {
  received.length = 0
  onRecipient = () => null
  await db.notice.updateMany({ where: { mailedAt: null }, data: { mailedAt: new Date() } })
})

const orderId = '019a0000-0000-7000-8000-000000000001'
const done: NoticeContent = { kind: 'portrait-done', orderId }
const inThreeMinutes = () => Date.now() + 3 * 60_000
const tellNow = (personId: string, content: NoticeContent = done) =>
  db.$transaction((tx) => tell(tx, [personId], content))

test('what stays unread goes by mail once, in both languages, with its address', async () => {
  const person = await makePerson()
  await tellNow(person.id)
  expect(await sendMails(url)).toBe(0)
  expect(await sendMails(url, inThreeMinutes())).toBe(1)
  expect(await sendMails(url, inThreeMinutes())).toBe(0)
  expect(received.map(({ to }) => to)).toEqual([[person.email]])
  const [{ mail } = { mail: '' }] = received
  expect(mail).toMatch(/^Subject: Vernissage: Your portrait is finished\.\r$/m)
  expect(mail).toMatch(/^To: Ada </m)
  const body = Buffer.from(mail.split('\r\n\r\n').slice(1).join(), 'base64').toString()
  expect(mail).toMatch(/^Content-Transfer-Encoding: base64\r$/m)
  expect(body).toContain(`/studio/${orderId}`)
  expect(body).toContain('您的画像已完成。')
})

test('nothing goes to those who have read it, want no mail, are guests, or are banned, nor of days ago', async () => {
  const [reader, seer, silent, guest, banned, late] = await Promise.all([
    makePerson(),
    makePerson(),
    makePerson(),
    makePerson('GUEST'),
    makePerson(),
    makePerson(),
  ])
  for (const { id } of [reader, seer, silent, guest, banned, late]) await tellNow(id)
  await markRead(reader.id)
  await markSeen(seer.id, aboutPortrait(orderId))
  await setNoticeWishes({ wantsMail: false, wantsOpenings: false }, silent)
  await db.person.update({ where: { id: banned.id }, data: { bannedAt: new Date() } })
  await db.notice.updateMany({
    where: { personId: late.id },
    data: { createdAt: new Date(Date.now() - 3 * 86_400_000) },
  })
  expect(await sendMails(url, inThreeMinutes())).toBe(0)
  expect(received).toEqual([])
})

test('a server that is away is asked again later; what it refuses for good is given up, and the next is sent', async () => {
  const [strange, fine] = [await makePerson(), await makePerson()]
  await tellNow(strange.id)
  await tellNow(fine.id)
  await expect(sendMails('smtp://127.0.0.1:1', inThreeMinutes())).rejects.toMatchObject({ code: expect.any(String) })
  onRecipient = (address) => {
    return address === strange.email ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null
  }
  expect(await sendMails(url, inThreeMinutes())).toBe(1)
  expect(received.map(({ to }) => to)).toEqual([[fine.email]])
  expect(await sendMails(url, inThreeMinutes())).toBe(0)
})

test('an exhibition that opens is told of once: to its artists, and to those who want to hear', async () => {
  await db.exhibition.updateMany({ data: { openingToldAt: new Date() } })
  const [artist, listener, other] = [await makePerson(), await makePerson(), await makePerson()]
  await setNoticeWishes({ wantsMail: true, wantsOpenings: true }, listener)
  await setNoticeWishes({ wantsMail: true, wantsOpenings: true }, artist)
  const opensAt = new Date(Date.now() + 3_600_000)
  const show = await makeExhibition({ status: 'SCHEDULED', opensAt })
  const artworkId = await makeArtwork({ ownerId: artist.id })
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId: show.roomId }, tx))
  expect(await tellOpenings()).toBe(0)
  const afterwards = new Date(opensAt.getTime() + 1)
  await Promise.all([tellOpenings(afterwards), tellOpenings(afterwards)])
  const told = async (id: string) => (await listNotices(id)).notices.map(({ content }) => content)
  const exhibition = { slug: show.slug, title: { en: 'Show', zh: '展览' } }
  expect(await told(artist.id)).toEqual([{ kind: 'exhibition-opened', exhibition, isArtist: true }])
  expect(await told(listener.id)).toEqual([{ kind: 'exhibition-opened', exhibition, isArtist: false }])
  expect(await told(other.id)).toEqual([])
})

test('a followed artist’s new work goes by mail to those who did not read of it here, with its address', async () => {
  await db.artwork.updateMany({ data: { shownToldAt: new Date() } })
  const [artist, follower] = [await makePerson(), await makePerson()]
  await setPage({ isOpen: true, statement: { en: '', zh: '' } }, artist)
  await setFollow({ artistId: artist.id }, true, follower)
  const artworkId = await makeArtwork({ ownerId: artist.id })
  expect(await tellNewWorks()).toBe(1)
  expect(await sendMails(url, inThreeMinutes())).toBe(1)
  const [{ to, mail } = { to: [], mail: '' }] = received
  expect(to).toEqual([follower.email])
  const body = Buffer.from(mail.split('\r\n\r\n').slice(1).join(), 'base64').toString()
  expect(body).toContain('Ada shows a new work: “Pond”.')
  expect(body).toContain(`/works/${artworkId}`)
  expect(body).toContain('Ada展出了新作“池塘”。')
})
