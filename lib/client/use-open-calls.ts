'use client'

import { useState } from 'react'
import { routes } from '@/lib/contracts/routes'
import type { OpenCall, OpenCallsPage } from '@/lib/contracts/submissions'
import type { ApiError } from './api-error'
import { call } from './call'
import { useRequest } from './use-request'

interface OpenCalls {
  calls: OpenCall[]
  /** Null where there are no more. */
  readOn: (() => void) | null
  isBusy: boolean
  error: ApiError | null
}

/** Open calls, further pages after the first one as they are asked for. */
export function useOpenCalls(first: OpenCallsPage): OpenCalls {
  const [{ calls, nextCursor }, setPage] = useState(first)
  const { isBusy, error, run } = useRequest()
  const readOn = (cursor: string) =>
    void run(async () => {
      const next = await call(routes.openCalls, { query: { cursor } })
      setPage({ calls: [...calls, ...next.calls], nextCursor: next.nextCursor })
    })
  return { calls, readOn: nextCursor === null ? null : () => readOn(nextCursor), isBusy, error }
}
