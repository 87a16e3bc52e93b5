import { sendMails } from '@/server/notices/send-mail'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { pause } from './pause'

const roundMs = 10_000
/** A mail server that is away is not asked again before so long. */
const awayMs = 60_000

/** Where a mail server is set, sends what people have not read, until the signal; beside the rounds, because mail servers take their time. */
export async function mailSteadily(signal: AbortSignal): Promise<void> {
  if (!env.SMTP_URL) return
  while (!signal.aborted) {
    const wait = await sendMails(env.SMTP_URL).then(
      () => roundMs,
      (error: unknown) => {
        logger.warn({ err: error }, 'mail waits')
        return awayMs
      },
    )
    await pause(wait, signal)
  }
}
