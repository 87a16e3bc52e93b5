import { z } from 'zod'
import type { ErrorCode } from '@/lib/contracts/errors'
import type { Locale } from '@/lib/i18n/locale'
import { fail } from '@/server/platform/errors'

const fieldWords = { en: z.locales.en().localeError, zh: z.locales.zhCN().localeError }

/**
 * Input that satisfies its schema. PostgreSQL cannot hold U+0000, so text with it is refused for every field at once.
 *
 * @throws {HouseError} `code`, invalid_request with the fields that are wrong unless said otherwise
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  locale: Locale,
  code: ErrorCode = 'invalid_request',
): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: fieldWords[locale] })
  if (!parsed.success) fail(code, code === 'invalid_request' ? { fields: fieldsOf(parsed.error) } : {})
  if (hasNul(input)) fail(code)
  return parsed.data
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[[...issue.path, key].join('.')] = 'not known'
    else fields[issue.path.join('.') || 'body'] ??= issue.message
  }
  return fields
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul)
}
