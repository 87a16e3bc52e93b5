'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { ServerEvents } from '@/lib/contracts/realtime'
import { Connection, type ConnectionState } from './connection'
import { onIdentityChange } from './identity'

let connection: Connection | null = null

/** This page's connection; opened when something is first followed. Browser only. */
export function houseConnection(): Connection {
  if (connection) return connection
  const created = new Connection()
  connection = created
  onIdentityChange(() => created.renew())
  return created
}

/** Calls `handler` for each such event while the component is mounted. What is sent depends on what is followed. */
export function useSocketEvent<Name extends keyof ServerEvents>(name: Name, handler: ServerEvents[Name]): void {
  const onEvent = useEffectEvent((event: Parameters<ServerEvents[Name]>[0]) => handler(event as never))
  useEffect(() => houseConnection().on(name, onEvent as ServerEvents[Name]), [name])
}

/** Follows an order while mounted; `resync` is called whenever its events (re)start to flow. */
export function useFollowPortrait(orderId: string, isWanted: boolean, resync: () => void): void {
  const onResync = useEffectEvent(resync)
  useEffect(
    () => (isWanted ? houseConnection().followPortrait(orderId, () => onResync()) : undefined),
    [orderId, isWanted],
  )
}

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(
    (listener) => houseConnection().onState(listener),
    () => houseConnection().state,
    () => 'idle',
  )
}
