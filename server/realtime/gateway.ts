import type { Server as HttpServer, IncomingMessage } from 'node:http'
import {
  type Acknowledge,
  artworkChannel,
  followArtworksSchema,
  followPortraitSchema,
  portraitChannel,
} from '@/lib/contracts/realtime'
import { viewerFromHeaders } from '@/server/accounts/viewer-from-headers'
import { isOwnOrigin } from '@/server/http/is-own-origin'
import { logger } from '@/server/platform/logger'
import { ownsOrder } from '@/server/portraits/owns-order'
import { servePresence } from '@/server/presence/serve-presence'
import { startPresence } from '@/server/presence/start-presence'
import type { GallerySocket } from './create-io'
import { realtime } from './realtime'
import { serveDesk } from './serve-desk'
import { visibleArtworks } from './visible-artworks'

/** Rooms one socket may be in beside its own. */
const mostRooms = 400
/** Events a second after which a socket is cut. */
const mostEventsASecond = 50

const headersOf = (request: IncomingMessage) =>
  new Headers(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  )

function limitRate(socket: GallerySocket) {
  let count = 0
  let second = 0
  socket.use((_event, next) => {
    const now = Math.floor(Date.now() / 1000)
    count = now === second ? count + 1 : 1
    second = now
    if (count > mostEventsASecond) socket.disconnect(true)
    else next()
  })
}

/** Runs an answer to a browser's request; a defect is logged and told as `unavailable`. */
async function answer(acknowledge: Acknowledge | undefined, run: () => Promise<string | null>) {
  const reply = typeof acknowledge === 'function' ? acknowledge : () => {}
  try {
    const refusal = await run()
    reply(refusal ? { ok: false, code: refusal } : { ok: true })
  } catch (error) {
    logger.warn({ err: error }, 'socket request')
    reply({ ok: false, code: 'unavailable' })
  }
}

function serve(socket: GallerySocket) {
  limitRate(socket)
  servePresence(socket)
  serveDesk(socket, answer)
  socket.on('portrait:follow', (request, acknowledge) =>
    answer(acknowledge, async () => {
      const parsed = followPortraitSchema.safeParse(request)
      const { personId } = socket.data
      if (!parsed.success || !personId || !(await ownsOrder(parsed.data.orderId, personId))) return 'not_found'
      if (socket.rooms.size >= mostRooms) return 'too_many_requests'
      await socket.join(portraitChannel(parsed.data.orderId))
      return null
    }),
  )
  socket.on('portrait:leave', (request) => {
    const parsed = followPortraitSchema.safeParse(request)
    if (parsed.success) socket.leave(portraitChannel(parsed.data.orderId))
  })
  socket.on('artworks:follow', (request, acknowledge) =>
    answer(acknowledge, async () => {
      const parsed = followArtworksSchema.safeParse(request)
      if (!parsed.success) return 'invalid_request'
      if (socket.rooms.size + parsed.data.artworkIds.length > mostRooms) return 'too_many_requests'
      const visible = await visibleArtworks(parsed.data.artworkIds, socket.data.personId)
      await socket.join(visible.map(artworkChannel))
      return visible.length === new Set(parsed.data.artworkIds).size ? null : 'not_found'
    }),
  )
  socket.on('artworks:leave', (request) => {
    const parsed = followArtworksSchema.safeParse(request)
    if (parsed.success) for (const id of parsed.data.artworkIds) socket.leave(artworkChannel(id))
  })
}

/** Puts the gateway on the web process' port, path `/socket.io/`. Who a socket is, is decided once, by its session cookie. */
export async function attachGateway(httpServer: HttpServer): Promise<void> {
  const { io } = await realtime()
  io.engine?.removeAllListeners()
  io.attach(httpServer, {
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(headersOf(request))),
  })
  io.use(async (socket, next) => {
    try {
      const viewer = await viewerFromHeaders(headersOf(socket.request))
      socket.data.personId = viewer?.id ?? null
      if (viewer) await socket.join(`person:${viewer.id}`)
      next()
    } catch (error) {
      next(error as Error)
    }
  })
  io.on('connection', serve)
  startPresence(io)
}
