import { routes } from '@/lib/contracts/routes'
import type { FinishUploadBody, FinishUploadResponse, UploadView } from '@/lib/contracts/uploads'
import { ApiError } from './api-error'
import { addressOf, call, checkAnswer } from './call'
import { joinSignals } from './join-signals'
import { readAnswer } from './read-answer'

export interface UploadSteps {
  /** Share of the bytes that have arrived, 0 to 1. */
  onProgress: (share: number) => void
  /** The network is away, and the file goes on by itself; false when it is back. */
  onWaiting: (isWaiting: boolean) => void
  signal: AbortSignal
}

/** Looking at a large picture takes the house a while, ms. */
const FINISH_MS = 120_000
const PART_MS = 60_000
const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

/**
 * Sends a file in parts and makes of it what `wish` says. A lost network or a busy house is waited for, as long as it takes; the same file
 * chosen again later goes on where it stopped.
 *
 * @throws ApiError when it is refused; the signal's own reason when aborted
 */
export async function uploadFile(
  file: File,
  wish: FinishUploadBody,
  steps: UploadSteps,
): Promise<FinishUploadResponse> {
  const { signal, onProgress } = steps
  const sha256 = await sha256Of(file)
  const body = { name: file.name.slice(-255) || 'picture', bytes: file.size, sha256 }
  const begin = () => patiently(() => call(routes.beginUpload, { body, signal }), steps)
  let upload = await begin()
  for (let tries = 0; ; tries++) {
    upload = await sendParts(file, upload, steps)
    onProgress(1)
    try {
      const params = { id: upload.id }
      return await patiently(
        () => call(routes.finishUpload, { params, body: wish, signal, timeoutMs: FINISH_MS }),
        steps,
      )
    } catch (error) {
      // The house has thrown away what lay about too long, or a second tab was faster: once more from the start.
      const isGone = error instanceof ApiError && (error.code === 'not_found' || error.code === 'upload_incomplete')
      if (!isGone || tries > 0) throw error
      upload = await begin()
    }
  }
}

async function sendParts(file: File, begun: UploadView, steps: UploadSteps): Promise<UploadView> {
  let upload = begun
  const { partBytes, parts } = begun
  for (let part = 0; part < parts; part++) {
    if (upload.received.includes(part)) continue
    steps.onProgress(upload.received.length / parts)
    const bytes = file.slice(part * partBytes, (part + 1) * partBytes)
    upload = await patiently(() => putPart(upload.id, part, bytes, steps.signal), steps)
  }
  return upload
}

async function putPart(id: string, part: number, bytes: Blob, signal: AbortSignal): Promise<UploadView> {
  const contract = routes.putUploadPart
  const timeout = AbortSignal.timeout(PART_MS)
  let raw: { status: number; text: string; header: (name: string) => string | null }
  try {
    const response = await fetch(addressOf(contract, { params: { id, part } }), {
      method: contract.method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
      body: bytes,
      signal: joinSignals(signal, timeout),
    })
    raw = { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) }
  } catch (error) {
    if (signal.aborted) throw error
    throw new ApiError({ code: 'offline', message: null, status: 0 })
  }
  return checkAnswer(contract, readAnswer(raw))
}

/** Tries until the house answers; what it refuses for good is thrown. */
async function patiently<T>(request: () => Promise<T>, { onWaiting, signal }: UploadSteps): Promise<T> {
  for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const answer = await request()
      onWaiting(false)
      return answer
    } catch (error) {
      if (!(error instanceof ApiError) || !error.isTransient) throw error
      onWaiting(true)
      await untilOnline(pause, signal)
    }
  }
}

/** The pause, or until the browser says that the network is back. */
function untilOnline(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, pauseMs)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}

/** Browsers reckon it on https and localhost alone; without it a file cannot go on after the page was closed. */
async function sha256Of(file: File): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
