import type { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { offlineError } from './api-error'
import { checkAnswer } from './call'
import { readAnswer } from './read-answer'

export interface UploadInput {
  form: FormData
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Share of the bytes that have left this device, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Sends a form with a file. It goes through XMLHttpRequest because fetch tells nothing about how far an upload has come.
 * @throws ApiError as `call` does.
 */
export function upload<R extends z.ZodType>(
  contract: RouteContract<z.ZodType, z.ZodType, z.ZodType, R>,
  { form, headers = {}, signal, onProgress }: UploadInput,
): Promise<z.output<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(contract.method, contract.path)
    request.setRequestHeader('Accept', 'application/json')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(offlineError())
    request.onabort = () => reject(signal?.reason ?? offlineError())
    request.onload = () => {
      try {
        const header = (name: string) => request.getResponseHeader(name)
        resolve(checkAnswer(contract, readAnswer({ status: request.status, text: request.responseText, header })))
      } catch (error) {
        reject(error)
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
