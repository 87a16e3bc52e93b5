import { envSchema } from '../../server/platform/env-schema'
import { bad, type Finding, ok, warning } from './finding'

/** Read by launcher and tools alone, so that they are not in the schema. */
const OTHERS = ['OPERATOR_EMAIL']
const known = new Set([...Object.keys(envSchema.shape), ...OTHERS])
/** The first words of our settings' names: what begins like one of them and is none was probably meant to be. */
const families = new Set([...known].filter((name) => name.includes('_')).map((name) => name.split('_', 1)[0]))
const foreign = new Set(['NODE', 'OTEL', 'LOG', 'PUBLIC', 'HOST', 'API'])

const seeReference = 'docs/configuration.md says what it may be.'

function contradictions(settings: ReturnType<typeof envSchema.parse>): Finding[] {
  const { PUBLIC_URL, SECURE_COOKIES, TRUSTED_PROXIES, REDIS_URL, REDIS_CACHE_URL } = settings
  const { S3_BUCKET, S3_ENDPOINT, S3_PUBLIC_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings
  const isHttps = PUBLIC_URL?.startsWith('https:') ?? false
  const findings: Finding[] = []
  if (isHttps && SECURE_COOKIES === false)
    findings.push(
      warning(
        'PUBLIC_URL is https and SECURE_COOKIES is off: sessions can be read on the way.',
        'Leave SECURE_COOKIES out.',
      ),
    )
  if (SECURE_COOKIES && PUBLIC_URL && !isHttps)
    findings.push(
      bad(
        'SECURE_COOKIES is on and PUBLIC_URL is not https: nobody can stay signed in.',
        'Serve it over https, or leave SECURE_COOKIES out.',
      ),
    )
  if (PUBLIC_URL && TRUSTED_PROXIES === 0)
    findings.push(
      warning(
        'PUBLIC_URL names a proxy, and TRUSTED_PROXIES is 0: everybody behind it counts as one address.',
        'Set TRUSTED_PROXIES to the number of proxies in front.',
      ),
    )
  if (REDIS_CACHE_URL && !REDIS_URL)
    findings.push(warning('REDIS_CACHE_URL is given and REDIS_URL is not: it is not used.', 'Set both, or neither.'))
  if (!S3_BUCKET && (S3_ENDPOINT || S3_PUBLIC_ENDPOINT))
    findings.push(
      warning('S3_ENDPOINT is given and S3_BUCKET is not: pictures lie in the data folder.', 'Set S3_BUCKET.'),
    )
  if (Boolean(S3_ACCESS_KEY_ID) !== Boolean(S3_SECRET_ACCESS_KEY))
    findings.push(
      bad(
        'Of S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY one is missing.',
        'Set both, or neither and let the surroundings give them.',
      ),
    )
  return findings
}

/** Whether every setting can be meant, and none is misspelt. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): Finding[] {
  const parsed = envSchema.safeParse(env)
  const strange = Object.keys(env).filter((name) => {
    const family = name.split('_', 1)[0] ?? ''
    return families.has(family) && !foreign.has(family) && !known.has(name) && /^[A-Z0-9_]+$/.test(name)
  })
  const findings = strange.map((name) =>
    warning(
      `${name} is no setting of ours, and does nothing.`,
      `If it was meant for Vernissage: docs/configuration.md lists them all.`,
    ),
  )
  if (!parsed.success) {
    return [
      ...findings,
      ...parsed.error.issues.map(({ path, message }) => bad(`${path.join('.')}: ${message}.`, seeReference)),
    ]
  }
  const set = Object.keys(envSchema.shape).filter((name) => env[name] !== undefined).length
  return [...findings, ...contradictions(parsed.data), ok(`${set} of ${known.size} are given, and can be meant.`)]
}
