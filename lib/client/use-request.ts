'use client'

import { useRef, useState } from 'react'
import { ApiError } from './api-error'

interface Request {
  isBusy: boolean
  /** Why the last one was refused; gone when the next one starts. */
  error: ApiError | null
  /** Runs one request; a second one while it runs is not sent. Answers whether it succeeded. */
  run: (request: () => Promise<void>) => Promise<boolean>
}

/** One button's request: busy, refused with a reason, or done. */
export function useRequest(): Request {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const isRunning = useRef(false)

  const run = async (request: () => Promise<void>): Promise<boolean> => {
    if (isRunning.current) return false
    isRunning.current = true
    setBusy(true)
    setError(null)
    const refusal = await request().then(
      () => null,
      (cause: unknown) =>
        cause instanceof ApiError ? cause : new ApiError({ code: 'internal', message: null, status: 500 }),
    )
    isRunning.current = false
    setBusy(false)
    setError(refusal)
    return refusal === null
  }

  return { isBusy, error, run }
}
