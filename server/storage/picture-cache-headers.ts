/** A picture never changes under its id. A private one stays in its viewer's browser alone, for minutes, and under their cookie. */
export function pictureCacheHeaders(isPublic: boolean): Record<string, string> {
  return isPublic
    ? { 'Cache-Control': 'public, max-age=2592000, immutable' }
    : {
        'Cache-Control': 'private, max-age=600',
        Vary: 'Cookie',
        'Cross-Origin-Resource-Policy': 'same-origin',
      }
}

/** What stands in for a file that is not made yet stays in its viewer's browser for minutes, and in no cache on the way. */
export const forNowHeaders = { 'Cache-Control': 'private, max-age=600' } as const
