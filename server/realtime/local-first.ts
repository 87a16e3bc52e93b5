import type { Namespace, ServerOptions } from 'socket.io'
import { logger } from '@/server/platform/logger'

/** News on their way to other processes at once; beyond it they are lost. Of a transport that hangs, that is what is kept in memory. */
const mostUnderWay = 10_000

/** The one place through which a cluster adapter of Socket.IO speaks to other processes. */
interface Publisher {
  doPublish(message: unknown): Promise<string>
}

/**
 * Makes adapters that never let this process' own sockets wait for the others: what is told, and who is cut off, happens here at once,
 * whatever becomes of the way to other processes. (Socket.IO's own first wait until the transport has taken it.) What is lost on the way
 * is logged once, until something arrives again.
 */
export function localFirst(create: (namespace: Namespace) => unknown): ServerOptions['adapter'] {
  let isLosing = false
  const lose = (error: unknown) => {
    if (!isLosing) logger.warn({ err: error }, 'news do not reach other processes')
    isLosing = true
  }
  // A function that can be called with `new`, as Socket.IO does.
  return function openAdapter(namespace: Namespace) {
    const adapter = create(namespace) as Publisher
    const publish = adapter.doPublish.bind(adapter)
    let underWay = 0
    adapter.doPublish = async (message) => {
      if (underWay >= mostUnderWay) lose(new Error(`${mostUnderWay} are under way`))
      else {
        underWay++
        const send = async () => {
          try {
            await publish(message)
            isLosing = false
          } catch (error) {
            lose(error)
          } finally {
            underWay--
          }
        }
        void send()
      }
      return ''
    }
    return adapter
  } as unknown as ServerOptions['adapter']
}
