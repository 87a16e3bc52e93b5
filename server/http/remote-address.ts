/**
 * The caller's network address: the peer's, or behind `trustedProxies` reverse proxies the entry of X-Forwarded-For that the
 * outermost of them wrote. What stands left of it is only what the caller claims.
 */
export function remoteAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const claimed = [forwardedFor ?? []].flat().join(',').split(',')
  const chain = [...claimed.map((address) => address.trim()).filter(Boolean), peer ?? 'unknown']
  return chain.at(-1 - Math.min(trustedProxies, chain.length - 1)) ?? 'unknown'
}
