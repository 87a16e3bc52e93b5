import { engagementRoutes } from '@/lib/contracts/engagement-routes'
import { call } from './call'
import { onIdentityChange } from './identity'
import { memoryStorage } from './memory-storage'
import { Outbox, type Outcome, type WishStorage } from './outbox'
import { parseWishes, type Wish } from './wishes'

const storageKey = 'vernissage-wishes'
const lockName = 'vernissage-outbox'
const channelName = 'vernissage-outcomes'

/** What the house says about a wish; `count` for likes only. */
export interface WishAnswer {
  isOn: boolean
  count: number | null
}

/** Carries out one wish; safe to repeat. */
export async function sendWish({ kind, artworkId, isOn }: Wish): Promise<WishAnswer> {
  // A guest's first wish makes the guest: were it cut off by a page that is left, the next page would send it again as somebody else.
  const input = { params: { id: artworkId }, keepalive: true }
  if (kind === 'like') {
    const { liked, count } = await call(isOn ? engagementRoutes.like : engagementRoutes.unlike, input)
    return { isOn: liked, count }
  }
  const { kept } = await call(isOn ? engagementRoutes.keep : engagementRoutes.unkeep, input)
  return { isOn: kept, count: null }
}

/** Wishes in localStorage; in memory where the browser keeps nothing (a full disk, private windows of some browsers). */
export function browserStorage(): WishStorage {
  const memory = memoryStorage()
  return {
    read: () => {
      try {
        return parseWishes(localStorage.getItem(storageKey), Date.now())
      } catch {
        return memory.read()
      }
    },
    write: (wishes) => {
      memory.write(wishes)
      try {
        if (wishes.length === 0) localStorage.removeItem(storageKey)
        else localStorage.setItem(storageKey, JSON.stringify(wishes))
      } catch {
        // The wish lives on in memory for as long as this page does.
      }
    },
  }
}

let outbox: Outbox<WishAnswer> | null = null

/** This browser's outbox; the first call starts it, and sends what an earlier visit left behind. */
export function browserOutbox(): Outbox<WishAnswer> {
  if (outbox) return outbox
  const created = new Outbox<WishAnswer>({
    storage: browserStorage(),
    send: sendWish,
    exclusively: async (task) => {
      if (navigator.locks) await navigator.locks.request(lockName, task)
      else await task()
    },
    later: (delayMs, task) => {
      const timer = setTimeout(task, delayMs)
      return () => clearTimeout(timer)
    },
  })
  outbox = created
  window.addEventListener('online', () => void created.drain())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void created.drain()
  })
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey) created.changed()
  })
  // A wish of the person who left must not be carried out in the name of the next one.
  onIdentityChange((change) => {
    if (change === 'left') created.clear()
  })
  void created.drain()
  return created
}

/** Tells this tab what other tabs' wishes came to; answers how to tell them about ours. */
export function shareOutcomes(
  onOutcome: (outcome: Outcome<WishAnswer>) => void,
): (wish: Wish, answer: WishAnswer) => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = (event: MessageEvent<Outcome<WishAnswer>>) => onOutcome(event.data)
  return (wish, answer) => channel.postMessage({ wish, answer })
}
