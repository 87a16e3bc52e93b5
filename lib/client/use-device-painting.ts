'use client'

import { useEffect, useRef, useState } from 'react'
import { pictureUrl } from '@/lib/contracts/pictures'
import { routes } from '@/lib/contracts/routes'
import { ApiError } from './api-error'
import { call } from './call'
import type { DeviceFault, DeviceWish, FromDevicePainter } from './device-painter/messages'
import { paintOnDevice } from './device-painter/paint-on-device'
import type { PhotoSource } from './use-order-portrait'

export interface PaintedHere {
  /** Address within this page. */
  url: string
  width: number
  height: number
}

export type DevicePainting =
  | { phase: 'idle' }
  /** `share` of what paints is here, 0 to 1. */
  | { phase: 'fetching'; share: number }
  | { phase: 'painting'; picture: PaintedHere; progress: number }
  | { phase: 'finished'; picture: PaintedHere }
  | { phase: 'failed'; why: DeviceFault | ApiError }

export interface HereWish extends Omit<DeviceWish, 'photo' | 'manner' | 'blend'> {
  source: PhotoSource
  style: string
  /** The second manner, and its part. */
  blend: { id: string; part: number } | null
}

async function photoOf(source: PhotoSource): Promise<Blob> {
  if ('file' in source) return source.file
  const response = await fetch(pictureUrl(source.picture, 1024, 'jpg'))
  if (!response.ok) throw new Error(`The photo's address answered ${response.status}.`)
  return response.blob()
}

/** Paints on this device, one picture at a time: another wish, another page or `stop` ends the one in hand. */
export function useDevicePainting() {
  const [painting, setPainting] = useState<DevicePainting>({ phase: 'idle' })
  const giveUp = useRef<() => void>(() => undefined)
  const shown = 'picture' in painting ? painting.picture.url : null
  useEffect(() => () => (shown === null ? undefined : URL.revokeObjectURL(shown)), [shown])
  useEffect(() => () => giveUp.current(), [])

  const hear = (message: FromDevicePainter) => {
    if (message.kind === 'fetched') setPainting({ phase: 'fetching', share: message.share })
    else if (message.kind === 'failed') setPainting({ phase: 'failed', why: message.why })
    else if (message.kind === 'finished')
      setPainting((last) => ('picture' in last ? { phase: 'finished', picture: last.picture } : last))
    else {
      const { picture, width, height, progress } = message
      const url = URL.createObjectURL(picture)
      setPainting({ phase: 'painting', picture: { url, width, height }, progress })
    }
  }

  const stop = () => {
    giveUp.current()
    setPainting({ phase: 'idle' })
  }

  const paint = async ({ source, style, blend, ...wish }: HereWish): Promise<void> => {
    giveUp.current()
    const leaving = new AbortController()
    giveUp.current = () => leaving.abort()
    setPainting({ phase: 'fetching', share: 0 })
    try {
      const { signal } = leaving
      const read = (id: string) => call(routes.readDeviceManner, { params: { id }, signal })
      const [manner, second, photo] = await Promise.all([read(style), blend && read(blend.id), photoOf(source)])
      if (signal.aborted) return
      const mixed = blend && second && { manner: second, part: blend.part }
      signal.addEventListener('abort', paintOnDevice({ ...wish, manner, blend: mixed, photo }, hear))
    } catch (error) {
      if (!leaving.signal.aborted) setPainting({ phase: 'failed', why: error instanceof ApiError ? error : 'network' })
    }
  }

  return { painting, paint, stop }
}
