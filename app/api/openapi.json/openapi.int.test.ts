import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { errorTable } from '@/lib/contracts/errors'
import { routes } from '@/lib/contracts/routes'
import { Visitor } from '@/server/http/testing/visitor'
import { GET } from './route'

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: { properties: Record<string, object>; required: string[] } }> }
  responses: Record<string, { description: string; content: Record<string, { schema?: object }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const api = path.join(import.meta.dirname, '..')
const answer = await new Visitor().call(GET, 'GET', '/api/openapi.json')
const document = answer.json as Document
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))

/** Address -> the methods its file says that it serves, read from the source. */
function routeFiles(folder = api): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.name !== 'route.ts') continue
    const address = path.relative(api, entry.parentPath).replaceAll('[', '{').replaceAll(']', '}')
    const source = fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
    const names = [...source.matchAll(/handle\(\s*routes\.(\w+)/g)].map((match) => match[1] ?? '')
    found.set(`/api/${address}`, names)
  }
  return found
}

function refsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, of]) => (key === '$ref' ? [String(of)] : refsOf(of)))
}

test('every contract has its route file, and every route file its contracts', () => {
  const files = routeFiles()
  const served = [...files].flatMap(([address, names]) => names.map((name) => `${name} at ${address}`))
  const promised = Object.entries(routes).map(([name, contract]) => `${name} at ${contract.path}`)
  expect(served.sort()).toEqual(promised.sort())
})

test('it is OpenAPI 3.1 with an operation for every contract, each under its own id', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(routes).sort())
})

test('every reference leads to a component', () => {
  const refs = refsOf(document)
  expect(refs.length).toBeGreaterThan(30)
  for (const ref of refs) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1] ?? ''
    expect(document.components.schemas, ref).toHaveProperty(name)
  }
})

test('every part of an address is a parameter, and the other way round', () => {
  for (const [address, methods] of Object.entries(document.paths)) {
    const parts = [...address.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const operation of Object.values(methods)) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(inPath.map((parameter) => parameter.name).sort(), address).toEqual(parts.sort())
      expect(inPath.every((parameter) => parameter.required)).toBe(true)
    }
  }
})

test('every operation has one success, and refusals whose codes are in the table under that status', () => {
  for (const operation of operations) {
    const statuses = Object.keys(operation.responses).map(Number)
    expect(
      statuses.filter((status) => status < 300),
      operation.operationId,
    ).toHaveLength(1)
    for (const [status, response] of Object.entries(operation.responses)) {
      const codes = [...response.description.matchAll(/`(\w+)`:/g)].map((match) => match[1] as keyof typeof errorTable)
      for (const code of codes) expect(errorTable[code].status, code).toBe(Number(status))
      if (Number(status) >= 400) expect(codes.length).toBeGreaterThan(0)
    }
  }
})

test('an order is a form with its photo, or JSON that names an earlier one, with its fields and the key', () => {
  const order = document.paths['/api/portraits']?.post
  const schema = order?.requestBody?.content['multipart/form-data']?.schema
  expect(Object.keys(schema?.properties ?? {}).sort()).toEqual([
    'blend',
    'blendPart',
    'keepColours',
    'photo',
    'photoId',
    'quality',
    'size',
    'strength',
    'strokes',
    'style',
  ])
  expect(schema?.properties.strokes).toMatchObject({ type: 'number', minimum: 0, maximum: 1 })
  expect(schema?.required.toSorted()).toEqual(['style'])
  const named = order?.requestBody?.content['application/json']?.schema
  expect(Object.keys(named?.properties ?? {})).toEqual(expect.arrayContaining(['photoId', 'style']))
  expect(named?.properties).not.toHaveProperty('photo')
  expect(order?.parameters.map((parameter) => parameter.name)).toEqual(['Idempotency-Key'])
  expect(Object.keys(order?.responses ?? {})).toEqual(
    expect.arrayContaining(['202', '413', '415', '422', '429', '503']),
  )
})

test('whoever brings a picture is told that the line of photos may be full', () => {
  const told = operations.filter(({ responses }) => responses[503]?.description.includes('`photos_waiting`'))
  expect(told.map(({ operationId }) => operationId).sort()).toEqual(['finishUpload', 'importCanvas', 'orderPortrait'])
})
