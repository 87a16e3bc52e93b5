import { io } from 'socket.io-client'
import { portraitProgressSchema } from '@/lib/contracts/realtime'
import { checkHistory } from '../history/check-history'
import type { History } from '../history/history'
import { anyStyle, publicWorks, until } from '../house/ask'
import type { House } from '../house/house'
import { jsonOf } from '../house/send'
import { newPhoto, Visitor } from '../house/visitor'
import { insist, type Steps } from './steps'

const PAINTED_LIMIT_MS = 120_000
const SEEN_LIMIT_MS = 20_000
const TITLE = 'Me'

/** A house that is asked for, wherever it runs. */
export interface Told {
  /** What people open. */
  url: string
  house: Pick<House, 'query' | 'dataFolder'>
}

/** The product's story as one artist and one stranger live it, in HTTP and over the socket. */
export async function tellStory(steps: Steps, { url, house }: Told, history: History): Promise<void> {
  const base = () => url
  const ada = new Visitor(base, history)
  const stranger = new Visitor(base, history)
  const [style, works] = [await anyStyle(house), await publicWorks(house, 4)]
  const get = (visitor: Visitor, path: string) => visitor.call({ method: 'GET', path })

  await steps.run('a stranger opens the house', async () => {
    const page = await get(stranger, '/')
    insist(page.status === 200, `the front page answered ${page.status}`)
    const picture = /\/api\/pictures\/[\w-]+\/\d+\.webp/.exec(page.body.toString())?.[0]
    insist(picture, 'the front page shows no picture')
    const [first, again] = [await get(stranger, picture), await get(stranger, picture)]
    insist(first.status === 200 && again.status === 200, `a picture answered ${first.status}, ${again.status}`)
    return {
      seen: `front page ${page.body.length} B; a picture out of the bucket ${first.body.length} B, again ${again.headers['x-cache'] ?? 'from web'}`,
      value: undefined,
    }
  })

  await steps.run('Ada signs up', async () => {
    await ada.signUp()
    return { seen: `person ${ada.personId}`, value: undefined }
  })

  const orderId = await steps.run('she uploads a photo and orders a portrait', async () => {
    const { answer, orderId: id } = await ada.order(style, { photo: await newPhoto(), quality: 'PAINTING' })
    insist(id, `the order was answered ${answer.status}: ${answer.body.toString().slice(0, 200)}`)
    return { seen: `${answer.status} after ${Math.round(answer.ms)} ms`, value: id }
  })

  await steps.run('she sees it being painted, over the socket', async () => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: ada.headers() })
    try {
      const events: unknown[] = []
      socket.on('portrait:progress', (event) => events.push(event))
      await until(async () => socket.connected, SEEN_LIMIT_MS)
      const answer = await socket.timeout(SEEN_LIMIT_MS).emitWithAck('portrait:follow', { orderId })
      insist(answer?.ok, `following was answered ${JSON.stringify(answer)}`)
      const isTold = () => events.some((event) => portraitProgressSchema.safeParse(event).data?.status === 'PAINTED')
      const snapshot = async () => jsonOf(await get(ada, `/api/portraits/${orderId}`)) as { status?: string }
      const isPainted = await until(
        async () => isTold() && (await snapshot()).status === 'PAINTED',
        PAINTED_LIMIT_MS,
        200,
      )
      insist(isPainted, `it is ${(await snapshot()).status} after two minutes, and ${events.length} events were told`)
      const told = events.map((event) => portraitProgressSchema.parse(event))
      insist(told.length > 0, 'no event came over the socket')
      const stages = [...new Set(told.map(({ stage, status }) => stage ?? status.toLowerCase()))]
      return { seen: `${told.length} events over WebSocket: ${stages.join(', ')}`, value: undefined }
    } finally {
      socket.disconnect()
    }
  })

  const hung = await steps.run('she hangs it in her room', async () => {
    const answer = await ada.hang(orderId)
    insist(answer.status === 201, `hanging was answered ${answer.status}: ${answer.body.toString().slice(0, 200)}`)
    const { artworkId, roomSlug } = jsonOf(answer) as { artworkId: string; roomSlug: string }
    return { seen: `work ${artworkId} in ${roomSlug}`, value: { artworkId, roomSlug } }
  })

  await steps.run('the stranger likes it, and keeps another', async () => {
    await stranger.comeIn(works[0] ?? '')
    const [like, keep] = [
      await stranger.mark('like', hung.artworkId, true),
      await stranger.mark('favourite', works[1] ?? '', true),
    ]
    insist(like.status === 200 && keep.status === 200, `answered ${like.status} and ${keep.status}`)
    const isCounted = await until(async () => {
      const work = jsonOf(await get(ada, `/api/artworks/${hung.artworkId}`)) as { likeCount?: number }
      return work.likeCount === 1
    }, SEEN_LIMIT_MS)
    insist(isCounted, 'its maker does not see the like')
    return { seen: 'counted: 1 like', value: undefined }
  })

  await steps.run('everybody sees it in the catalogue', async () => {
    const path = `/exhibitions/${hung.roomSlug}`
    const isThere = await until(async () => {
      const page = await get(stranger, path)
      return page.status === 200 && page.body.toString().includes(hung.artworkId)
    }, SEEN_LIMIT_MS)
    insist(isThere, `${path} does not show it`)
    const work = await get(stranger, `/works/${hung.artworkId}`)
    insist(work.status === 200 && work.body.toString().includes(TITLE), `its page answered ${work.status}`)
    return { seen: `${path} and its own page, without JavaScript`, value: undefined }
  })

  await steps.run('nothing that was acknowledged is lost', async () => {
    const { problems, acknowledged } = await checkHistory(house, history)
    insist(problems.length === 0, `the history is wrong: ${problems[0]}`)
    return { seen: `${acknowledged} acknowledged writes are all in the database`, value: undefined }
  })
}
