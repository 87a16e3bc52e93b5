import { hkdfSync, timingSafeEqual } from 'node:crypto'

/**
 * The word by which the first operator shows that the house is theirs: it stands in the house's own log. Made of the house's secret (HKDF,
 * RFC 5869), so that every process knows the same one and none has to be kept; after the set-up it opens nothing.
 */
export function setUpToken(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'set-up', 18)).toString('base64url')
}

/** In time that tells nothing of how nearly. */
export function isSetUpToken(given: string, secret: string): boolean {
  const [theirs, ours] = [Buffer.from(given.trim()), Buffer.from(setUpToken(secret))]
  return theirs.length === ours.length && timingSafeEqual(theirs, ours)
}

/** Where the set-up begins. The token stands behind the `#`: browsers send that to nobody, and no log of requests has it. */
export function setUpAddress(house: string, secret: string): string {
  return `${house}/set-up#${setUpToken(secret)}`
}
