import readline from 'node:readline'

/** The code of every error that the native engine answers with. */
const ENGINE_ERROR = 4466

/**
 * Answers JSON-RPC requests from stdin, one a line and one after the other, until stdin ends.
 *
 * @param {{ call(method: string, params: any): Promise<any> }} engine
 */
export async function serveJsonRpc(engine) {
  let prints = 0
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (line.trim() === '') continue
    const { id, method, params } = JSON.parse(line)
    if (!method) continue // an answer to one of our prints
    try {
      const result = await engine.call(method, params)
      if (method === 'diff' && result?.stdout != null) {
        send({ id: ++prints, method: 'print', params: { content: result.stdout } })
      }
      send({ id, result: result ?? null })
    } catch (error) {
      send({ id, error: describe(error) })
    }
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function describe(error) {
  const isPanic = error instanceof WebAssembly.RuntimeError
  const message = (isPanic && globalThis.PRISMA_WASM_PANIC_REGISTRY?.get()) || (error?.message ?? String(error))
  return {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: isPanic,
      message,
      meta: error?.meta ?? null,
      error_code: error?.code ?? error?.error_code ?? null,
    },
  }
}
