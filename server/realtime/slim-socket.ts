import type { Socket } from 'socket.io'

/** The part of `ws` that holds on to more than it needs (its `Receiver`). */
interface Inside {
  socket?: { _receiver?: { _mask?: unknown } }
}

/**
 * Ten thousand people who only look on cost little more than the sockets they hold: of each, what its handshake said is let go of (who
 * it is has been decided by then), and of each frame the mask, four bytes that keep the whole chunk that they came in, and with it a
 * page of memory.
 */
export function slimSocket(socket: Socket): void {
  Object.assign(socket.conn, { request: null })
  socket.handshake.headers = {}
  socket.conn.on('packet', () => {
    const receiver = (socket.conn.transport as unknown as Inside).socket?._receiver
    if (receiver) receiver._mask = undefined
  })
}
