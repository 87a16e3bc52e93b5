import { z } from 'zod'

const ACCEPTED = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/**
 * The digest under which a registry keeps this version (OCI distribution specification 1.1, "Pulling manifests"), that of all
 * platforms together where there is one.
 *
 * @param scheme `http` for a registry on this machine
 * @throws {Error} when the registry does not know the version, or cannot be asked
 */
export async function digestOf(reference: string, scheme = 'https'): Promise<string> {
  const [, host = '', name = '', tag = ''] = /^([^/]+)\/(.+):([^:]+)$/.exec(reference) ?? []
  const url = `${scheme}://${host === 'docker.io' ? 'registry-1.docker.io' : host}/v2/${name}/manifests/${tag}`
  const ask = (headers: Record<string, string>) =>
    fetch(url, { method: 'HEAD', headers: { Accept: ACCEPTED, ...headers }, signal: AbortSignal.timeout(30_000) })
  let answer = await ask({})
  if (answer.status === 401) answer = await ask({ Authorization: `Bearer ${await tokenFor(answer)}` })
  const digest = answer.headers.get('Docker-Content-Digest')
  if (!answer.ok || !digest || !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw new Error(`${reference}: the registry answered ${answer.status}${answer.ok ? ' without a digest' : ''}.`)
  }
  return digest
}

/** What a registry wants to see is told in its refusal: where to ask, for whom, and for what. */
async function tokenFor(refusal: Response): Promise<string> {
  const challenge = refusal.headers.get('WWW-Authenticate') ?? ''
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? ''
  const url = new URL(part('realm'))
  url.searchParams.set('service', part('service'))
  url.searchParams.set('scope', part('scope'))
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  const { token, access_token } = z
    .object({ token: z.string().optional(), access_token: z.string().optional() })
    .parse(await answer.json())
  return token ?? access_token ?? ''
}
