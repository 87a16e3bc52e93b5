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
