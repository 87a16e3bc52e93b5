import { headers } from 'next/headers'
import { env } from '@/server/platform/env'

/** Where people reach the house, for addresses that leave it (shared links, previews). */
export async function publicAddress(): Promise<URL> {
  if (env.PUBLIC_URL) return new URL(env.PUBLIC_URL)
  const host = (await headers()).get('host') ?? ''
  const address = `http://${host}`
  return new URL(URL.canParse(address) ? address : `http://localhost:${env.PORT}`)
}
