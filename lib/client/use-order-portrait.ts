'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { queueTokenHeader } from '@/lib/contracts/admission'
import type { PictureAddress } from '@/lib/contracts/pictures'
import type { PortraitOrderForm, PortraitView } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { ApiError } from './api-error'
import { call } from './call'
import { newId } from './new-id'
import { upload } from './upload'

/** Longest that an order without a file is waited for: the house may be slow, and the same key finds it again. */
const timeoutMs = 60_000

/** The photo to be painted: a file, or the one of an earlier order. */
export type PhotoSource = { file: File } | { picture: PictureAddress }

export interface PortraitWish extends Omit<PortraitOrderForm, 'photoId'> {
  photo: PhotoSource
}

export type OrderState =
  | { phase: 'idle' }
  /** `sent`: share of the upload, 0 to 1. */
  | { phase: 'sending'; sent: number }
  | { phase: 'refused'; error: ApiError }
  | { phase: 'accepted'; portrait: PortraitView }

/** The wish as one string: the same wish sent again is the same order, and any change makes it another one. */
function fingerprint({ photo, ...rest }: PortraitWish): string {
  const source = 'file' in photo ? [photo.file.name, photo.file.size, photo.file.lastModified] : photo.picture.id
  return JSON.stringify([source, rest])
}

/** Orders a portrait. A wish that found no network is sent once more, with the same key, when the network is back. */
export function useOrderPortrait(onAccepted: (portrait: PortraitView) => void) {
  const [state, setState] = useState<OrderState>({ phase: 'idle' })
  const key = useRef({ fingerprint: '', value: '' })
  const waiting = useRef<PortraitWish | null>(null)
  /** From a closed door: whoever comes back with it keeps their place. */
  const queueToken = useRef<string | null>(null)
  const isBusy = useRef(false)

  const order = async (wish: PortraitWish): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    const mark = fingerprint(wish)
    if (key.current.fingerprint !== mark) key.current = { fingerprint: mark, value: newId() }
    setState({ phase: 'sending', sent: 0 })
    const headers = {
      'Idempotency-Key': key.current.value,
      ...(queueToken.current !== null && { [queueTokenHeader]: queueToken.current }),
    }
    const result = await sendWish(wish, headers, (sent) => setState({ phase: 'sending', sent }))
    isBusy.current = false
    waiting.current = result instanceof ApiError && result.code === 'offline' ? wish : null
    if (result instanceof ApiError) {
      queueToken.current = result.queueToken ?? queueToken.current
      setState({ phase: 'refused', error: result })
      return
    }
    setState({ phase: 'accepted', portrait: result })
    onAccepted(result)
  }

  const orderAgain = useEffectEvent(() => {
    if (waiting.current) void order(waiting.current)
  })
  useEffect(() => {
    const listener = () => orderAgain()
    window.addEventListener('online', listener)
    return () => window.removeEventListener('online', listener)
  }, [])

  return { state, order, reset: () => setState({ phase: 'idle' }) }
}

async function sendWish(
  wish: PortraitWish,
  headers: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<PortraitView | ApiError> {
  const { photo, ...fields } = wish
  try {
    // A photo that the house has need not travel again.
    if ('picture' in photo)
      return await call(routes.orderPortrait, { headers, body: { ...fields, photoId: photo.picture.id }, timeoutMs })
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value))
    form.set('photo', photo.file)
    return await upload(routes.orderPortrait, { form, headers, onProgress })
  } catch (error) {
    return error instanceof ApiError ? error : new ApiError({ code: 'internal', message: null, status: 500 })
  }
}
