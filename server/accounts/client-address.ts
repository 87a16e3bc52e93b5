import { addressBlock } from '@/server/admission/address-block'

/**
 * Where a request comes from, for limits: the network address that the web process wrote over whatever the caller claimed, IPv6 by its
 * /64; one shared name without it.
 */
export function clientAddress(headers: Headers): string {
  return addressBlock(headers.get(addressHeader) ?? 'unknown')
}

export const addressHeader = 'x-vernissage-address'
