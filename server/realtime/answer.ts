import { logger } from '@/server/platform/logger'

/**
 * Runs an answer to a browser's request; a defect is logged and told as `unavailable`.
 * @param acknowledge what the browser sent in its place: nothing, maybe, or something that cannot be called
 * @param run the code of a refusal, or null
 */
export async function answer(acknowledge: unknown, run: () => Promise<string | null>): Promise<void> {
  const reply = typeof acknowledge === 'function' ? acknowledge : () => {}
  try {
    const refusal = await run()
    reply(refusal ? { ok: false, code: refusal } : { ok: true })
  } catch (error) {
    logger.warn({ err: error }, 'socket request')
    reply({ ok: false, code: 'unavailable' })
  }
}
