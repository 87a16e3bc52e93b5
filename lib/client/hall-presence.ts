import { type EnterHall, type FloorPose, type PresenceNews, paces, type ReactionKind } from '@/lib/contracts/presence'
import type { Connection, HouseSocket } from './connection'

export interface HallPresence {
  /** One's own figure among those that one is told of; null while one is not seen. */
  readonly ownId: string | null
  /** Says where one stands; may be called as often as one likes. */
  report(pose: FloorPose): void
  react(artworkId: string, kind: ReactionKind): void
  leave(): void
}

interface Company {
  onNews(news: PresenceNews): void
  /** Whether one is seen, and if not, why. */
  onState(state: 'here' | 'away', code?: string): void
}

const enterTimeoutMs = 8_000
/** After a refusal that may pass. */
const againMs = 5_000

/**
 * Being seen in one exhibition, for as long as it is not left: enters again after every reconnect, and tells one's steps as often as
 * the house can use them, the last one always. `wish` is asked at each entering.
 */
export function enterHall(connection: Connection, wish: () => EnterHall, company: Company): HallPresence {
  let socket: HouseSocket | null = null
  let ownId: string | null = null
  let paceMs: number = paces.quickestMs
  let wanted: FloorPose | null = null
  let told: FloorPose | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let sentAt = 0
  let isOver = false

  const send = () => {
    timer = undefined
    if (!socket?.connected || ownId === null || !wanted || isSame(wanted, told)) return
    told = wanted
    sentAt = performance.now()
    socket.emit('presence:move', wanted)
  }
  const enter = async (live: HouseSocket) => {
    clearTimeout(again)
    socket = live
    ownId = null
    const request = wish()
    const answer = await live
      .timeout(enterTimeoutMs)
      .emitWithAck('presence:enter', request)
      .catch(() => null)
    if (isOver || socket !== live) return
    if (answer?.ok) {
      ownId = answer.id
      told = request.at
      company.onState('here')
      if (wanted) send()
      return
    }
    company.onState('away', answer?.code)
    const mayPass = !answer || answer.code === 'too_many_requests' || answer.code === 'unavailable'
    if (mayPass && live.connected) again = setTimeout(() => void enter(live), againMs)
  }

  const stopHearing = connection.on('presence:near', (news) => {
    paceMs = news.paceMs
    company.onNews(news)
  })
  const stopWatching = connection.onState(() => {
    if (connection.state === 'connected') return
    ownId = null
    company.onState('away')
  })
  const letGo = connection.hold((live) => void enter(live))
  return {
    get ownId() {
      return ownId
    },
    report(pose) {
      wanted = pose
      if (timer === undefined) timer = setTimeout(send, Math.max(0, sentAt + paceMs - performance.now()))
    },
    react(artworkId, kind) {
      if (ownId !== null) socket?.emit('presence:react', { artworkId, kind })
    },
    leave() {
      isOver = true
      clearTimeout(timer)
      clearTimeout(again)
      stopHearing()
      stopWatching()
      socket?.emit('presence:leave')
      letGo()
    },
  }
}

function isSame(a: FloorPose, b: FloorPose | null): boolean {
  return b !== null && a.every((value, index) => value === b[index])
}
