import type { InferenceSession } from 'onnxruntime-node'

/** A run that failed on an accelerator: the card may be gone, and the processor is there still. */
export class ProviderFailed extends Error {
  override name = 'ProviderFailed'

  constructor(
    readonly provider: string,
    cause: unknown,
  ) {
    super(`A run failed on the execution provider ${provider}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
}

/** The session, whose runs fail as ProviderFailed unless it is the processor's: those have nothing to fall back to. */
export function watchRuns(session: InferenceSession, provider: string): InferenceSession {
  if (provider === 'cpu') return session
  const run = session.run.bind(session)
  session.run = async (...input: unknown[]) => {
    try {
      return await run(...(input as Parameters<typeof run>))
    } catch (error) {
      throw new ProviderFailed(provider, error)
    }
  }
  return session
}
