import { headers } from 'next/headers'
import { policyHeader } from './security-headers'

/** The nonce by which scripts of the page that is being rendered may run; undefined where its policy has none. */
export async function getPageNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get(policyHeader) ?? '')?.[1]
}
