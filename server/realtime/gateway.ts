import type { Server as HttpServer, IncomingMessage } from 'node:http'
import {
  artworkChannel,
  type ClientEvents,
  followArtworksSchema,
  followPortraitSchema,
  portraitChannel,
} from '@/lib/contracts/realtime'
import { resolveSession } from '@/server/accounts/resolve-session'
import { startCounts } from '@/server/engagement/tell-count'
import { isOwnOrigin } from '@/server/http/is-own-origin'
import { ownsOrder } from '@/server/portraits/owns-order'
import { leaveHallOf, presenceHandlers } from '@/server/presence/serve-presence'
import { startPresence } from '@/server/presence/start-presence'
import { answer } from './answer'
import { boundByAddress } from './bound-by-address'
import type { GallerySocket } from './create-io'
import { startLookingAgain } from './look-again'
import { realtime } from './realtime'
import { deskHandlers } from './serve-desk'
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

/** Counts an event; false for one too many. */
function fitsRate(socket: GallerySocket): boolean {
  const second = Math.floor(Date.now() / 1000)
  const before = socket.data.rate
  const rate = before?.second === second ? before : { second, count: 0 }
  socket.data.rate = rate
  return ++rate.count <= mostEventsASecond
}

const followHandlers = {
  'portrait:follow'(this: GallerySocket, request: unknown, acknowledge: unknown) {
    return answer(acknowledge, async () => {
      const parsed = followPortraitSchema.safeParse(request)
      const { personId } = this.data
      if (!parsed.success || !personId || !(await ownsOrder(parsed.data.orderId, personId))) return 'not_found'
      if (this.rooms.size >= mostRooms) return 'too_many_requests'
      await this.join(portraitChannel(parsed.data.orderId))
      return null
    })
  },
  'portrait:leave'(this: GallerySocket, request: unknown) {
    const parsed = followPortraitSchema.safeParse(request)
    if (parsed.success) this.leave(portraitChannel(parsed.data.orderId))
  },
  'artworks:follow'(this: GallerySocket, request: unknown, acknowledge: unknown) {
    return answer(acknowledge, async () => {
      const parsed = followArtworksSchema.safeParse(request)
      if (!parsed.success) return 'invalid_request'
      if (this.rooms.size + parsed.data.artworkIds.length > mostRooms) return 'too_many_requests'
      const visible = await visibleArtworks(parsed.data.artworkIds, this.data.personId)
      await this.join(visible.map(artworkChannel))
      return visible.length === new Set(parsed.data.artworkIds).size ? null : 'not_found'
    })
  },
  'artworks:leave'(this: GallerySocket, request: unknown) {
    const parsed = followArtworksSchema.safeParse(request)
    if (parsed.success) for (const id of parsed.data.artworkIds) this.leave(artworkChannel(id))
  },
}

type Handler = (this: GallerySocket, ...words: unknown[]) => unknown
const handlers = { ...followHandlers, ...deskHandlers, ...presenceHandlers } satisfies Record<
  keyof ClientEvents,
  Handler
>
const handlerOf = new Map<string, Handler>(Object.entries(handlers))

/** Every socket's one ear, shared by all: a listener for each event would cost each of ten thousand sockets more than a kilobyte. */
function hear(this: GallerySocket, event: string, ...words: unknown[]): void {
  if (fitsRate(this)) handlerOf.get(event)?.apply(this, words)
  else this.disconnect(true)
}

function serve(socket: GallerySocket) {
  socket.onAny(hear)
  socket.on('disconnect', leaveHallOf)
}

/**
 * Puts the gateway on the web process' port, path `/socket.io/`. Who a socket is, is decided by its session cookie when it comes; about once
 * in `lookAgainMs` (a minute unless given) it is asked whether that still holds.
 */
export async function attachGateway(httpServer: HttpServer, lookAgainMs?: number): Promise<void> {
  const { io } = await realtime()
  io.engine?.removeAllListeners()
  io.attach(httpServer, {
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(headersOf(request)) && hasRoom(request)),
  })
  // The engine is there once it is attached; no request can have come before.
  const hasRoom = boundByAddress(io.engine)
  io.use(async (socket, next) => {
    try {
      const { viewer, sessionId } = await resolveSession(headersOf(socket.request), { canSetCookies: false })
      socket.data.personId = viewer?.id ?? null
      socket.data.sessionId = viewer && sessionId
      if (viewer) await socket.join(`person:${viewer.id}`)
      next()
    } catch (error) {
      next(error as Error)
    }
  })
  io.on('connection', serve)
  startPresence(io)
  startCounts(io)
  startLookingAgain(io, lookAgainMs)
}
