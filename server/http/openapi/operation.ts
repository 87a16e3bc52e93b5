import type { z } from 'zod'
import type { RouteContract } from '@/lib/contracts/define-route'
import { type ErrorCode, errorTable } from '@/lib/contracts/errors'
import { type Components, inputSchema, type JsonSchema } from './schemas'

/** One route as an OpenAPI operation. */
export function operation(name: string, contract: RouteContract, { ref }: Components): JsonSchema {
  return {
    operationId: name,
    summary: contract.summary,
    tags: [contract.path.split('/')[2]],
    security: securityOf(contract),
    parameters: [
      ...parameters('path', contract.params),
      ...parameters('query', contract.query),
      ...Object.entries(contract.headers ?? {}).map(([header, schema]) => {
        return { name: header, in: 'header', required: true, schema: inputSchema(schema) }
      }),
    ],
    ...(contract.body && { requestBody: requestBody(contract.body, contract.bodyKind) }),
    ...(contract.bodyKind === 'bytes' && {
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
    }),
    responses: { ...success(contract, ref), ...refusals(contract) },
  }
}

/** `{}` is "without": a guest's cookie is made where none comes. */
function securityOf({ caller }: RouteContract): JsonSchema[] {
  return caller === 'anyone' || caller === 'guest' ? [{}, { session: [] }] : [{ session: [] }]
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): JsonSchema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }))
}

function requestBody(body: z.ZodType, kind: RouteContract['bodyKind']): JsonSchema {
  const schema = inputSchema(body) as { properties?: JsonSchema; required?: string[] }
  const json = { 'application/json': { schema } }
  if (kind !== 'form' && kind !== 'form-or-json') return { required: true, content: json }
  const photo = { type: 'string', format: 'binary', description: 'JPEG, PNG, WebP or AVIF, at most 15 MiB' }
  const form = {
    ...schema,
    properties: { ...schema.properties, photo },
    required: [...(schema.required ?? []), ...(kind === 'form' ? ['photo'] : [])],
  }
  const isEither = kind === 'form-or-json'
  return { required: true, content: { 'multipart/form-data': { schema: form }, ...(isEither && json) } }
}

function success({ status = 200, response, responseType }: RouteContract, ref: Components['ref']): JsonSchema {
  const content = response
    ? { 'application/json': { schema: ref(response) } }
    : { [responseType ?? 'application/octet-stream']: {} }
  return { [status]: { description: 'Done', content } }
}

/** One answer for each status, with the codes that it may carry. */
function refusals(contract: RouteContract): JsonSchema {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codesOf(contract)) {
    const { status } = errorTable[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, refusal(codes)]))
}

function refusal(codes: ErrorCode[]): JsonSchema {
  const code = { properties: { error: { properties: { code: { enum: codes } } } } }
  return {
    description: codes.map((each) => `\`${each}\`: ${errorTable[each].message}`).join('\n\n'),
    content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Error' }, code] } } },
  }
}

/** The contract's own codes, and those that the route wrapper answers for it. */
function codesOf(contract: RouteContract): Set<ErrorCode> {
  const codes = new Set<ErrorCode>(contract.errors)
  const add = (condition: unknown, ...more: ErrorCode[]) => condition && more.forEach((code) => void codes.add(code))
  add(contract.params, 'not_found')
  add(contract.query || contract.body || contract.headers, 'invalid_request')
  add(contract.method !== 'GET', 'foreign_origin', 'unsupported_media_type', 'body_too_large', 'invalid_json')
  add(contract.caller === 'person' || contract.caller === 'account', 'not_signed_in')
  add(contract.caller !== 'anyone', 'session_expired')
  add(contract.caller === 'account', 'account_needed')
  add(true, 'too_many_requests', 'internal', 'unavailable')
  return codes
}
