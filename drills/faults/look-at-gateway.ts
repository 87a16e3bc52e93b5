import { io } from 'socket.io-client'
import { errorSchema } from '@/lib/contracts/common'
import { errorMessages } from '@/lib/i18n/messages/errors'
import type { History } from '../history/history'
import { until } from '../house/ask'
import type { Gateway } from '../house/gateway'
import type { House } from '../house/house'
import { type Answer, jsonOf, send } from '../house/send'
import { Visitor } from '../house/visitor'

interface Surroundings {
  gateway: Gateway
  house: House
  style: string
  artworks: string[]
  history: History
}

/** Something that deploy/nginx promises, and whether it was so. */
export interface Promised {
  name: string
  isKept: boolean
  seen: string
}

/** Looks at each promise of deploy/nginx, at rest; ends with every web process killed. */
export async function lookAtGateway(surroundings: Surroundings): Promise<Promised[]> {
  const { gateway } = surroundings
  const get = (path: string, headers: Record<string, string> = {}) =>
    send({ method: 'GET', url: gateway.url + path, headers })
  return [
    await limitsOrders(surroundings),
    await speaksWebsocket(gateway.url),
    await keepsPublicPictures(surroundings, get),
    await keepsNoPrivatePicture(surroundings),
    await keepsBuiltFiles(get),
    await keepsCards(surroundings, get),
    await drawsCanary(surroundings),
    await passesCompressed(get),
    await hidesMetrics(get),
    await closesDoors(surroundings, get),
  ]
}

type Get = (path: string, headers?: Record<string, string>) => Promise<Answer>

async function limitsOrders({ gateway }: Surroundings): Promise<Promised> {
  const headers = { 'x-forwarded-for': '203.0.113.7', 'accept-language': 'zh-CN,zh;q=0.9' }
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => send({ method: 'POST', url: `${gateway.url}/api/portraits`, headers })),
  )
  const refused = answers.filter(({ status }) => status === 429)
  const bodies = refused.map((answer) => errorSchema.safeParse(jsonOf(answer)))
  const isUnderstood = bodies.every(
    ({ data }) => data?.error.message === errorMessages.zh.too_many_requests && data.error.requestId.length >= 8,
  )
  const hasHeaders = refused.every(({ headers: h }) => Number(h['retry-after']) > 0 && h['x-frame-options'] === 'DENY')
  // 1 and a burst of 20 at once, and 10 more for each second that sixty requests take.
  const isLimited = refused.length >= 10 && answers.length - refused.length >= 21
  return {
    name: '10 orders a second and address',
    isKept: isLimited && isUnderstood && hasHeaders,
    seen: `${refused.length} of 60 refused${isUnderstood ? '' : ', not understood'}${hasHeaders ? '' : ', headers missing'}`,
  }
}

async function speaksWebsocket(url: string): Promise<Promised> {
  const transports = await Promise.all(
    (['websocket', 'polling'] as const).map(async (transport) => {
      const socket = io(url, { transports: [transport], upgrade: false, forceNew: true })
      const isConnected = await until(async () => socket.connected, 20_000)
      const used = isConnected ? socket.io.engine.transport.name : 'nothing'
      socket.disconnect()
      return used
    }),
  )
  return { name: 'sockets', isKept: transports.join() === 'websocket,polling', seen: transports.join() }
}

async function keepsPublicPictures({ artworks }: Surroundings, get: Get): Promise<Promised> {
  const { picture } = jsonOf(await get(`/api/artworks/${artworks[0]}`)) as { picture?: { id: string } }
  const path = `/api/pictures/${picture?.id}/512.webp`
  const [first, second] = [await get(path), await get(path)]
  const seen = [first, second].map(({ status, headers }) => `${status} ${headers['x-cache']}`).join(', ')
  const isImmutable = second.headers['cache-control'] === 'public, max-age=2592000, immutable'
  const isSame = first.body.length > 0 && first.body.equals(second.body)
  return { name: 'pictures cached', isKept: seen === '200 MISS, 200 HIT' && isImmutable && isSame, seen }
}

async function keepsNoPrivatePicture({ gateway, style, history }: Surroundings): Promise<Promised> {
  const artist = new Visitor(() => gateway.url, history)
  const { orderId } = await artist.order(style)
  const { photo } = jsonOf(await artist.call({ method: 'GET', path: `/api/portraits/${orderId}` })) as {
    photo?: { id: string; access: string }
  }
  const path = `/api/pictures/${photo?.id}/256.webp?access=${photo?.access}`
  const own = [await artist.call({ method: 'GET', path }), await artist.call({ method: 'GET', path })]
  const stranger = await send({ method: 'GET', url: gateway.url + path })
  const seen = [...own, stranger].map(({ status, headers }) => `${status} ${headers['x-cache']}`).join(', ')
  return { name: 'private pictures not', isKept: seen === '200 MISS, 200 MISS, 404 MISS', seen }
}

async function keepsBuiltFiles(get: Get): Promise<Promised> {
  const page = (await get('/')).body.toString()
  const path = /\/_next\/static\/[^"\\ ]+\.js/.exec(page)?.[0] ?? '/no-script'
  const answers = [await get(path), await get(path)]
  const seen = answers.map(({ status, headers }) => `${status} ${headers['x-cache']}`).join(', ')
  return { name: 'built files cached', isKept: seen === '200 MISS, 200 HIT', seen }
}

async function keepsCards({ artworks }: Surroundings, get: Get): Promise<Promised> {
  const path = `/api/artworks/${artworks[1]}/card?lang=zh`
  const answers = [await get(path), await get(path)]
  const seen = answers.map(({ status, headers }) => `${status} ${headers['x-cache']}`).join(', ')
  return { name: 'cards cached', isKept: seen === '200 MISS, 200 HIT', seen }
}

const DRAWN = 60

/** Half of the visitors to the second process, always the same ones, or who asks by cookie; and back again, with no request lost. */
async function drawsCanary({ gateway, house }: Surroundings): Promise<Promised> {
  const path = '/api/health/live'
  const visit = (from: number, cookie = '') =>
    send(
      { method: 'GET', url: gateway.url + path, headers: { 'x-forwarded-for': `198.51.100.${from}`, cookie } },
      false,
    )
  const ask = async (cookie?: string) => {
    const answers: Awaited<ReturnType<typeof visit>>[] = []
    for (let from = 1; from <= DRAWN; from++) answers.push(await visit(from, cookie))
    const ids = answers.map(({ headers }) => String(headers['x-request-id']))
    await until(async () => ids.every((id) => gateway.answered(path).has(id)), 5_000)
    const sent = ids.flatMap((id) => gateway.answered(path).get(id) ?? [])
    return { statuses: answers.map(({ status }) => status), sent }
  }
  const countOf = ({ sent }: Awaited<ReturnType<typeof ask>>) =>
    sent.filter(({ release }) => release === 'canary').length
  const canary = new URL(house.urls[1] ?? '').host
  await gateway.drawCanary('50%')
  const drawn = [await ask(), await ask()]
  const asked = [await ask('vernissage-release=canary'), await ask('vernissage-release=stable')]
  await gateway.drawCanary(null)
  const after = await ask()
  const [first, second] = drawn.map(({ sent }) => sent.map(({ release }) => release).join())
  const all = [...drawn, ...asked, after]
  const isElsewhere = all
    .flatMap(({ sent }) => sent)
    .some(({ release, upstream }) => release === 'canary' && upstream !== canary)
  const [share = 0] = drawn.map(countOf)
  const counts = [share, ...asked.map(countOf), countOf(after)]
  return {
    name: 'canary drawn',
    isKept:
      share > DRAWN / 5 &&
      share < (DRAWN * 4) / 5 &&
      counts.slice(1).join() === `${DRAWN},0,0` &&
      first === second &&
      !isElsewhere &&
      all.every(({ statuses }) => statuses.every((status) => status === 200)),
    seen: `${counts.join(', ')} of ${DRAWN}${first === second ? '' : ', not the same ones'}${isElsewhere ? ', elsewhere' : ''}`,
  }
}

/** Web compresses long answers and pages itself, in brotli too: the gateway passes them as they are, whatever modules it has. */
async function passesCompressed(get: Get): Promise<Promised> {
  const gzip = await get('/api/openapi.json', { 'accept-encoding': 'gzip' })
  const best = await get('/api/openapi.json', { 'accept-encoding': 'gzip, br' })
  const page = await get('/', { 'accept-encoding': 'gzip, br' })
  const used = [gzip, best, page].map(({ headers }) => headers['content-encoding'] ?? 'none').join()
  const policies = page.headers['content-security-policy']
  // Told twice, browsers would obey both: web alone sets them on what it answers.
  const isOnce = typeof policies === 'string' && page.headers['x-frame-options'] === 'DENY'
  return { name: 'compressed', isKept: used === 'gzip,br,br' && isOnce, seen: used }
}

async function hidesMetrics(get: Get): Promise<Promised> {
  const statuses = [(await get('/metrics')).status, (await get('/metrics?a')).status]
  return { name: '/metrics closed', isKept: statuses.every((status) => status === 404), seen: statuses.join() }
}

async function closesDoors({ house }: Surroundings, get: Get): Promise<Promised> {
  for (const web of house.webs) await web.kill()
  const page = await get('/works', { accept: 'text/html', 'accept-language': 'zh' })
  const call = await get('/api/me', { accept: 'application/json' })
  const error = errorSchema.safeParse(jsonOf(call)).data?.error
  const isPage = page.status === 502 && page.body.toString().includes('大门暂时关闭')
  const isCall = call.status === 502 && error?.message === errorMessages.en.unavailable
  for (const web of house.webs) await web.startAndWait()
  const isBack = await until(async () => (await get('/api/me')).status === 200, 30_000)
  return {
    name: 'closed and open again',
    isKept: isPage && isCall && isBack === true,
    seen: `${page.status}, ${call.status}, ${isBack ? 'back' : 'not back'}`,
  }
}
