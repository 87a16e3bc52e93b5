import { logger } from '@/server/platform/logger'

/** Logs why a page failed, with the digest by which its visitor may name the failure. */
export function logPageError(error: unknown, route: string): void {
  const { digest } = error as { digest?: unknown }
  logger.error({ err: error, route, digest }, 'page failed')
}
