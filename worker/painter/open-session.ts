import { InferenceSession } from 'onnxruntime-node'

export interface OpenSession {
  session: InferenceSession
  /** Execution provider that runs it. */
  provider: string
  /** One sentence for the log for each provider that was asked for and is not to be had. */
  notes: string[]
}

/** Options found best by measurement (docs/decisions/0031): the network is small and its shapes change with every photo. */
export const sessionOptions = (threads: number): InferenceSession.SessionOptions => ({
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
  intraOpNumThreads: threads,
  interOpNumThreads: 1,
  enableMemPattern: false,
  // Threads that wait asleep leave the core to the web process and the database.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
  logSeverityLevel: 3,
})

/** What operators may ask for (PAINTER_PROVIDERS), as onnxruntime spells it. */
const KNOWN_PROVIDERS = ['cuda', 'tensorrt', 'webgpu', 'coreml', 'dml', 'cpu'] as const

/** Names that people use for the same thing. */
const ALIASES: Readonly<Record<string, string>> = { directml: 'dml', trt: 'tensorrt', 'core-ml': 'coreml' }

/** The providers to try, in order, and a sentence for each name that means nothing. */
export function readProviders(names: readonly string[]): { providers: string[]; notes: string[] } {
  const providers: string[] = []
  const notes: string[] = []
  for (const name of names) {
    const plain = name.trim().toLowerCase()
    const provider = ALIASES[plain] ?? plain
    if (!(KNOWN_PROVIDERS as readonly string[]).includes(provider))
      notes.push(`There is no execution provider ${name}: known are ${KNOWN_PROVIDERS.join(', ')}.`)
    else if (!providers.includes(provider)) providers.push(provider)
  }
  return { providers, notes }
}

/** onnxruntime's message without the place in its source, which may fill two lines, where it says more than that. */
function reasonOf(error: unknown): string {
  const said = (error instanceof Error ? error.message : String(error)).trim()
  return said.replace(/^\/\S+:\d+ .* was false\. (?=\S)/s, '')
}

/**
 * Opens the network with the first provider that works.
 * @param providers in order of preference; `cpu` is always the last resort
 * @param threads for the CPU provider
 */
export async function openSession(
  model: Uint8Array,
  providers: readonly string[],
  threads: number,
): Promise<OpenSession> {
  const asked = readProviders(providers)
  const notes = [...asked.notes]
  for (const provider of asked.providers) {
    if (provider === 'cpu') break
    try {
      // Alone: beside `cpu` an unknown name would be dropped without a word. onnxruntime itself gives to the CPU what is left over.
      const session = await InferenceSession.create(model, {
        ...sessionOptions(threads),
        executionProviders: [provider],
      })
      return { session, provider, notes }
    } catch (error) {
      const why = reasonOf(error)
      notes.push(`The execution provider ${provider} is not to be had here, painting goes on without it: ${why}`)
    }
  }
  const session = await InferenceSession.create(model, { ...sessionOptions(threads), executionProviders: ['cpu'] })
  return { session, provider: 'cpu', notes }
}
