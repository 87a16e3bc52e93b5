import { randomUUID } from 'node:crypto'
import { changePerson } from '@/server/accounts/testing/change-person'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { newPhoto } from '@/server/portraits/testing/orders'
import { POST as order } from '../portraits/route'

interface Sending {
  photo?: Uint8Array
  fields?: Record<string, string>
  headers?: Record<string, string>
}

/** Sends an order, of a new photo in the test's style where nothing else is said. */
export async function send(visitor: Visitor, { photo, fields = {}, headers = {} }: Sending = {}) {
  const body = new FormData()
  for (const [key, value] of Object.entries({ style: 'test-style', ...fields })) body.set(key, value)
  body.set('photo', new Blob([new Uint8Array(photo ?? (await newPhoto()))], { type: 'image/jpeg' }), 'me.jpg')
  const encoded = new Request('http://gallery.test/', { method: 'POST', body })
  return visitor.call(order, 'POST', '/api/portraits', {
    body: await encoded.arrayBuffer(),
    headers: {
      'content-type': encoded.headers.get('content-type') ?? '',
      'idempotency-key': randomUUID(),
      ...headers,
    },
  })
}

/** Somebody who has ordered before as a guest; made an artist where that is wished. */
export async function known(role?: 'ARTIST'): Promise<Visitor> {
  const visitor = new Visitor()
  const { json } = await send(visitor)
  if (role) {
    const { personId } = await db.portraitOrder.findUniqueOrThrow({ where: { id: json.id } })
    await changePerson({ id: personId }, { isAnonymous: false, role })
  }
  return visitor
}
