import { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { uploadLimits } from '@/lib/contracts/uploads'
import type { Locale } from '@/lib/i18n/locale'
import { fail } from '@/server/platform/errors'
import { parseInput } from './parse-input'
import { readBytes } from './read-bytes'
import { readForm, type UploadedFile } from './read-form'
import { isJson, readJson } from './read-json'

const nothing = z.strictObject({})

export interface Input {
  params: unknown
  query: unknown
  body: unknown
  file: UploadedFile | null
}

/**
 * Params, query and body of a request, each through the contract's schema.
 *
 * @throws {HouseError} not_found for an address that cannot exist; otherwise what the readers throw
 */
export async function readInput(
  contract: RouteContract,
  request: Request,
  params: unknown,
  locale: Locale,
): Promise<Input> {
  return {
    params: parseInput(contract.params ?? nothing, params ?? {}, locale, 'not_found'),
    query: parseInput(contract.query ?? nothing, queryOf(request), locale),
    ...(await readBody(contract, request, locale)),
  }
}

async function readBody(
  contract: RouteContract,
  request: Request,
  locale: Locale,
): Promise<Pick<Input, 'body' | 'file'>> {
  if (contract.method === 'GET') return { body: undefined, file: null }
  if (contract.bodyKind === 'bytes') {
    const bytes = await readBytes(request, uploadLimits.partBytes, { tooLarge: 'body_too_large' })
    return { body: undefined, file: { name: '', bytes } }
  }
  const isForm =
    contract.bodyKind === 'form' ||
    (contract.bodyKind === 'form-or-json' && !isJson(request.headers.get('content-type')))
  if (isForm) {
    const { fields, file } = await readForm(request)
    return { body: parseInput(contract.body ?? nothing, fields, locale), file }
  }
  const json = await readJson(request)
  return { body: parseInput(contract.body ?? nothing.optional(), json, locale), file: null }
}

/** A parameter given twice could mean either, so it means nothing. */
function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(query, name)) fail('invalid_request', { fields: { [name]: 'given more than once' } })
    query[name] = value
  }
  return query
}
