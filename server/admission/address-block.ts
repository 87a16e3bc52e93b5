import { isIP } from 'node:net'

/** `2001:db8::1` in its eight groups. Expects a valid address without a zone. */
function groupsOf(address: string): string[] {
  // The URL parser gives IPv6 its one canonical form (RFC 5952): hexadecimal throughout, lower case.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const split = (part: string | undefined) => (part ? part.split(':') : [])
  const [before, after] = [split(head), split(tail)]
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

/**
 * The network that limits count for: an IPv4 address by itself; IPv6 by its /64, which is what one subscriber has at least (RFC 6177);
 * an IPv4 address in IPv6 clothes as what it is. A port is left out. What is no address counts as the text that it is.
 */
export function addressBlock(address: string): string {
  const bare = (/^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address).replace(/%.*$/, '')
  const withoutPort = /^([\d.]+):\d+$/.exec(bare)?.[1] ?? bare
  if (isIP(withoutPort) !== 6) return withoutPort.slice(0, 64)
  const groups = groupsOf(withoutPort)
  const isMapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  if (!isMapped) return `${groups.slice(0, 4).join(':')}::/64`
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
