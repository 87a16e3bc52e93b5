import type { DeviceWish, FromDevicePainter } from './messages'

/**
 * Paints in this browser, in a thread of its own.
 * @param hear told what comes of it, until it is finished or has failed
 * @returns gives up
 */
export function paintOnDevice(wish: DeviceWish, hear: (message: FromDevicePainter) => void): () => void {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module' })
  thread.onmessage = ({ data }: MessageEvent<FromDevicePainter>) => {
    if (data.kind === 'finished' || data.kind === 'failed') thread.terminate()
    hear(data)
  }
  // A thread that cannot even start says nothing by itself.
  thread.onerror = (event) => {
    event.preventDefault()
    thread.terminate()
    hear({ kind: 'failed', why: 'device' })
  }
  thread.postMessage(wish)
  return () => {
    // What it has said already may still be on its way.
    thread.onmessage = null
    thread.terminate()
  }
}
