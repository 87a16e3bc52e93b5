import { logger } from '@/server/platform/logger'

/**
 * better-auth's remarks in our log. Its sentences may quote e-mail addresses, and what is wrong with a sign-in is ours to
 * say, so only errors get through, and without their arguments.
 */
export const authLogger = {
  level: 'error' as const,
  log: (_level: string, message: string) => logger.error({ part: 'accounts' }, message),
}
