import { shared } from '@/server/platform/shared'

/**
 * Whether this process has been asked to end: it then calls itself not ready, so that no new visitors are sent to it, and keeps no
 * connection alive, so that those who are here go elsewhere with their next request.
 */
export const draining = shared('draining', () => ({ hasBegun: false }))
