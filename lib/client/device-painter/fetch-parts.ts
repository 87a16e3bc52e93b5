interface Coming {
  came: number
  /** Null until its answer has begun. */
  total: number | null
}

/**
 * The bytes at some addresses, fetched beside each other.
 * @param onShare told which share of all of them has come, 0 to 1, as they come
 * @throws TypeError without a network, Error for an answer that is not what was asked for
 */
export function fetchParts(addresses: string[], onShare: (share: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const coming = addresses.map((): Coming => ({ came: 0, total: null }))
  const tell = () => {
    const total = coming.reduce((sum, part) => sum + (part.total ?? Number.POSITIVE_INFINITY), 0)
    onShare(Math.min(1, coming.reduce((sum, { came }) => sum + came, 0) / total))
  }
  return Promise.all(addresses.map((address, i) => fetchPart(address, coming[i] as Coming, tell)))
}

async function fetchPart(address: string, part: Coming, tell: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address)
  if (!(response.ok && response.body)) throw new Error(`${address} answered ${response.status}.`)
  // What is packed on the way is longer than that, and only seems to be there sooner.
  part.total = Number(response.headers.get('content-length')) || 1
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      part.came = Math.min(part.total ?? 0, part.came + chunk.byteLength)
      tell()
      controller.enqueue(chunk)
    },
  })
  const body = response.body.pipeThrough(counted)
  const whole = address.endsWith('.gz') ? body.pipeThrough(new DecompressionStream('gzip')) : body
  return new Uint8Array(await new Response(whole).arrayBuffer())
}
