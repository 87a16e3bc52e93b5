'use client'

import { useEffect, useRef, useState } from 'react'
import type { FinishUploadBody } from '@/lib/contracts/uploads'
import { newId } from './new-id'
import { uploadFile } from './upload-file'

export interface UploadItem {
  key: string
  name: string
  /** 0 to 1. */
  share: number
  state: 'queued' | 'sending' | 'waiting' | 'added' | 'duplicate' | 'refused'
  error: unknown
  artworkId: string | null
}

const AT_ONCE = 2

/** Files on their way into the house, two at a time, each with how far it is. They stop when the page is left. */
export function useUploads(wish: FinishUploadBody, onAdded: () => void) {
  const [items, setItems] = useState<UploadItem[]>([])
  const queue = useRef<{ key: string; file: File }[]>([])
  const running = useRef(0)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => controller.abort()
  }, [])

  const change = (key: string, to: Partial<UploadItem>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...to } : item)))

  const work = async (): Promise<void> => {
    const next = queue.current.shift()
    const signal = leaving.current?.signal
    if (!next || !signal) return
    running.current += 1
    const { key, file } = next
    change(key, { state: 'sending' })
    await uploadFile(file, wish, {
      signal,
      onProgress: (share) => change(key, { share }),
      onWaiting: (isWaiting) => change(key, { state: isWaiting ? 'waiting' : 'sending' }),
    }).then(
      ({ artworkId, isDuplicate }) => {
        change(key, { state: isDuplicate ? 'duplicate' : 'added', artworkId, share: 1 })
        if (!isDuplicate) onAdded()
      },
      (error: unknown) => change(key, { state: 'refused', error }),
    )
    running.current -= 1
    return work()
  }

  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ key: newId(), file }))
    queue.current.push(...fresh)
    const shown = fresh.map(({ key, file }): UploadItem => {
      return { key, name: file.name, share: 0, state: 'queued', error: null, artworkId: null }
    })
    setItems((all) => [...shown, ...all])
    for (let free = AT_ONCE - running.current; free > 0; free--) void work()
  }

  return { items, add }
}
