'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { EngagementStore } from './engagement-store'
import { loadCall } from './load-call'
import type { MarkView } from './mark-view'
import type { WishKind } from './wishes'

/** How long until what could not be fetched is asked for again, ms. */
const againMs = 2_000

let store: EngagementStore | null = null
let opening: Promise<EngagementStore> | null = null
const listeners = new Set<() => void>()

/**
 * This page's likes and favourites, and what they need of the house: it comes when the page is alive already (docs/decisions/0205), and a press that is
 * quicker waits for it. Browser only.
 */
function engagement(): Promise<EngagementStore> {
  opening ??= fetched(fetchEngagement).then(({ openEngagement }) => {
    const opened = openEngagement()
    store = opened
    opened.subscribe(tellAll)
    tellAll()
    return opened
  })
  return opening
}

/** In two goes, as `callByName` does. */
async function fetchEngagement() {
  await loadCall()
  return import('./open-engagement')
}

async function fetched<Code>(load: () => Promise<Code>): Promise<Code> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }
}

function tellAll(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const untouched: MarkView = { isOn: false, count: null, state: 'settled', refusal: null }

/** One mark of this person on one work, live. On the server, and until the page is alive, nothing is marked. */
export function useMark(kind: WishKind, artworkId: string, initialCount: number | null): MarkView {
  useEffect(() => {
    void engagement().then((opened) => opened.want(artworkId))
  }, [artworkId])
  const view = useSyncExternalStore(
    subscribe,
    () => store?.view(kind, artworkId, initialCount) ?? untouched,
    () => untouched,
  )
  return view === untouched ? { ...untouched, count: initialCount } : view
}

/** Turns a mark on or off: shown and stored at once, sent as soon as possible. */
export function setMark(kind: WishKind, artworkId: string, isOn: boolean): void {
  if (store) store.set(kind, artworkId, isOn)
  else void engagement().then((opened) => opened.set(kind, artworkId, isOn))
}

/** Follows a work's like count while mounted. */
export function useLiveCount(artworkId: string): void {
  useEffect(() => {
    let stop: (() => void) | null = null
    let isOver = false
    // What sockets need comes after what a press needs.
    void engagement().then(async (opened) => {
      const { followCount } = await fetched(() => import('./follow-count'))
      if (!isOver) stop = followCount(opened, artworkId)
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [artworkId])
}
