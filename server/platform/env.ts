import path from 'node:path'
import { envSchema } from './env-schema'

function readEnv() {
  const parsed = envSchema.safeParse(process.env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings are not right:\n${lines.join('\n')}`)
  }
  return Object.freeze({ ...parsed.data, VERNISSAGE_DATA: path.resolve(parsed.data.VERNISSAGE_DATA) })
}

/** The settings, parsed once; nothing else in server/ and worker/ reads process.env. */
export const env = readEnv()
