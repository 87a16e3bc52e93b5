import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { type Call, cookieOf, encodeCall, HttpConnection } from './http-connection'

export interface OrderForm {
  style: string
  quality: 'SKETCH' | 'PAINTING' | 'MASTER'
  size: '512' | '768'
}

/** A photo of noise, a little blurred, as large in bytes as one from a telephone that was made smaller: every one different. */
export async function drawPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const blank = { width: 640, height: 480, channels: 3, background: '#000', noise } as const
  return sharp({ create: blank }).blur(3).jpeg({ quality: 80 }).toBuffer()
}

/** `POST /api/portraits` (multipart/form-data, RFC 7578). */
export function orderCall(base: string, form: OrderForm, photo: Buffer, key: string, cookie: string): Call {
  const boundary = 'vernissage-bench'
  const fields = Object.entries(form).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
  const body = Buffer.concat([Buffer.from(fields.join('') + file), photo, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = {
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Idempotency-Key': key,
    ...(cookie && { Cookie: cookie }),
  }
  return { method: 'POST', url: `${base}/api/portraits`, headers, body }
}

/** The same as JSON, for the photo of an earlier order. */
export function orderAgainCall(base: string, form: OrderForm, photoId: string, key: string, cookie: string): Call {
  const body = Buffer.from(JSON.stringify({ ...form, photoId }))
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, Cookie: cookie }
  return { method: 'POST', url: `${base}/api/portraits`, headers, body }
}

/** A new guest's first order. */
export async function orderAsGuest(base: string, form: OrderForm, photo: Buffer) {
  const connection = await HttpConnection.open(base)
  const key = randomUUID()
  const answer = await connection.send(encodeCall(orderCall(base, form, photo, key, '')))
  connection.close()
  return { status: answer.status, body: answer.body, key, cookie: cookieOf(answer) }
}

export async function readJson<T>(url: string, cookie = ''): Promise<T> {
  const response = await fetch(url, { headers: cookie ? { cookie } : {} })
  return (await response.json()) as T
}
