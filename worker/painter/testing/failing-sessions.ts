import { type OpenSession, openSession as openReally } from '../open-session'

/** Runs that each network does before its card is gone. */
const RUNS = 1

/**
 * As if a card were there and were lost while it paints: networks that are asked for with `cuda` run on the processor, call themselves cuda,
 * and fail after their first run. With any other provider they are what they always are.
 */
export async function openSession(
  model: Uint8Array,
  providers: readonly string[],
  threads: number,
): Promise<OpenSession> {
  if (providers[0] !== 'cuda') return openReally(model, providers, threads)
  const { session } = await openReally(model, ['cpu'], threads)
  const run = session.run.bind(session)
  let runs = 0
  session.run = async (...input: unknown[]) => {
    runs += 1
    if (runs > RUNS) throw new Error('CUDA failure 719: unspecified launch failure')
    return run(...(input as Parameters<typeof run>))
  }
  return { session, provider: 'cuda', notes: [] }
}
