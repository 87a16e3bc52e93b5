'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError } from '@/lib/client/api-error'
import { call } from '@/lib/client/call'
import { type DeskState, HangingDesk } from '@/lib/client/hanging/hanging-desk'
import { houseConnection } from '@/lib/client/socket'
import type { DeskRoom } from '@/lib/contracts/desk-hanging'
import { routes } from '@/lib/contracts/routes'

/** The hanging of a room: saved by itself, told of what others do, warned about when it is left unsaved. */
export function useHangingDesk(initial: DeskRoom): { desk: HangingDesk; state: DeskState } {
  const [desk] = useState(() => openDesk(initial))
  const state = useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.state,
    () => desk.state,
  )
  useEffect(() => {
    const stop = houseConnection().followRoom(initial.id, () => desk.lookAgain())
    const leave = (event: BeforeUnloadEvent) => {
      if (desk.state.save === 'saved') return
      desk.flush()
      event.preventDefault()
    }
    const hide = () => document.visibilityState === 'hidden' && desk.flush()
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      stop()
      desk.flush()
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [desk, initial.id])
  return { desk, state }
}

function openDesk(room: DeskRoom): HangingDesk {
  const params = { id: room.id }
  return new HangingDesk(room, {
    save: (changes) => call(routes.changeHangings, { params, body: { changes }, keepalive: true }),
    load: () => call(routes.deskRoom, { params }),
    // Who has to sign in again does so in another window; what they did waits here.
    isTransient: (error) => error instanceof ApiError && (error.isTransient || error.status === 401),
  })
}
