import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from '@cdktf/hcl2json'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { findProgram } from '@/launcher/testing/distribution'
import { providerSchema, type Shape } from './stand-in/schema'
import { serveProvider } from './stand-in/serve-provider'

const folder = import.meta.dirname
const terraform = findProgram('terraform') ?? findProgram('tofu')
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))

const { types } = providerSchema.parse(readJson('schemas/aws.json'))
const interfaces = z
  .record(z.string(), z.object({ variables: z.array(z.string()), outputs: z.array(z.string()) }))
  .parse(readJson('interface.json'))
const clouds = fs.readdirSync(path.join(folder, 'modules'))

type Block = Record<string, unknown>
const blockSchema = z.array(z.record(z.string(), z.unknown()))
const named = z.record(z.string(), blockSchema).default({})
const typed = z.record(z.string(), z.record(z.string(), blockSchema)).default({})
const moduleSchema = z.looseObject({
  variable: named,
  output: named,
  module: named,
  resource: typed,
  data: typed,
  locals: blockSchema.default([]),
})
type Module = z.infer<typeof moduleSchema>

/** A folder's files as Terraform reads them: together. */
async function load(location: string): Promise<Module> {
  const files = fs.readdirSync(path.join(folder, location)).filter((name) => name.endsWith('.tf'))
  const text = files.map((name) => fs.readFileSync(path.join(folder, location, name), 'utf8')).join('\n')
  return moduleSchema.parse(await parse(`${location}.tf`, text))
}
const locations = [
  ...clouds.flatMap((cloud) =>
    fs.readdirSync(path.join(folder, 'modules', cloud)).map((name) => `modules/${cloud}/${name}`),
  ),
  ...fs.readdirSync(path.join(folder, 'examples')).map((name) => `examples/${name}`),
]
const modules = new Map(await Promise.all(locations.map(async (location) => [location, await load(location)] as const)))

/** What Terraform itself takes in any resource. */
const META = ['count', 'for_each', 'provider', 'depends_on', 'lifecycle']

function complaints(block: Block, shape: Shape, where: string): string[] {
  const given = Object.entries(block)
  const missing = shape.required.filter((name) => !(name in block)).map((name) => `${where} lacks ${name}`)
  const inside = given.flatMap(([name, value]) => {
    const nested = shape.blocks[name]
    if (nested) return blockSchema.parse(value).flatMap((each) => complaints(each, nested, `${where}.${name}`))
    return name in shape.arguments ? [] : [`${where} has no ${name}`]
  })
  return [...missing, ...inside]
}

function resourcesOf({ resource, data }: Module) {
  const flat = (kind: 'resource' | 'data', all: Module['resource']) =>
    Object.entries(all).flatMap(([type, byName]) =>
      Object.entries(byName).flatMap(([name, blocks]) => blocks.map((block) => ({ kind, type, name, block }))),
    )
  return [...flat('resource', resource), ...flat('data', data)]
}

test('the schemas refuse what the provider would', () => {
  const shape = types['resource aws_eks_cluster']
  if (!shape) throw new Error('there is no cluster')
  const cluster = { name: 'a', role_arn: 'b', vpc_config: [{ subnet_ids: [] }] }
  expect(complaints(cluster, shape, 'c')).toEqual([])
  expect(complaints({ ...cluster, nmae: 'a' }, shape, 'c')).toEqual(['c has no nmae'])
  expect(complaints({ ...cluster, vpc_config: [{ subnets: [] }] }, shape, 'c')).toEqual([
    'c.vpc_config lacks subnet_ids',
    'c.vpc_config has no subnets',
  ])
  expect(complaints({ name: 'a', role_arn: 'b' }, shape, 'c')).toEqual(['c lacks vpc_config'])
})

test.each(clouds)('the modules of %s are those of the interface, with its variables and outputs', (cloud) => {
  const found = Object.fromEntries(
    fs.readdirSync(path.join(folder, 'modules', cloud)).map((name) => {
      const one = modules.get(`modules/${cloud}/${name}`)
      return [
        name,
        { variables: Object.keys(one?.variable ?? {}).sort(), outputs: Object.keys(one?.output ?? {}).sort() },
      ]
    }),
  )
  const sorted = Object.entries(interfaces).map(([name, { variables, outputs }]) => [
    name,
    { variables: [...variables].sort(), outputs: [...outputs].sort() },
  ])
  expect(found).toEqual(Object.fromEntries(sorted))
})

describe.each(locations)('%s', (location) => {
  const one = modules.get(location)
  if (!one) throw new Error(`nothing in ${location}`)
  const text = JSON.stringify(one)

  it('uses arguments and blocks that the provider knows, and gives what it asks for', () => {
    const found = resourcesOf(one).flatMap(({ kind, type, name, block }) => {
      const shape = types[`${kind} ${type}`]
      if (!shape) return [`no schema of ${kind} ${type}: node schemas/make.mjs`]
      const own = Object.fromEntries(Object.entries(block).filter(([key]) => !META.includes(key)))
      return complaints(own, shape, `${type}.${name}`)
    })
    expect(found).toEqual([])
  })

  it('speaks of variables, locals, resources and outputs that there are, and of every variable', () => {
    const locals = one.locals.flatMap((block) => Object.keys(block))
    const asked = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))]
    const variables = asked(/\bvar\.(\w+)/g)
    expect([...variables].sort()).toEqual(Object.keys(one.variable).sort())
    expect(asked(/\blocal\.(\w+)/g).filter((name) => !locals.includes(name))).toEqual([])
    const known = resourcesOf(one).map(({ kind, type, name }) => `${kind === 'data' ? 'data.' : ''}${type}.${name}`)
    const spoken = [...text.matchAll(/(?<![\w.-])((?:data\.)?aws_\w+\.\w+)/g)].map(([, name]) => name ?? '')
    expect([...new Set(spoken)].filter((name) => !known.includes(name))).toEqual([])
    for (const [, name, output] of text.matchAll(/\bmodule\.(\w+)\.(\w+)/g)) {
      const source = String(one.module[name ?? '']?.[0]?.source)
      const other = modules.get(path.join(location, source))
      expect(Object.keys(other?.output ?? {}), `module.${name}`).toContain(output)
    }
  })

  it('gives the modules that it uses what they ask for, and nothing else', () => {
    for (const [name, [call = {}]] of Object.entries(one.module)) {
      const other = modules.get(path.join(location, String(call.source)))
      const given = Object.keys(call).filter((key) => !['source', 'providers', ...META].includes(key))
      const variables = Object.entries(other?.variable ?? {})
      expect(variables.length, name).toBeGreaterThan(0)
      expect(
        given.filter((key) => !variables.some(([variable]) => variable === key)),
        name,
      ).toEqual([])
      const needed = variables.filter(([, [variable = {}]]) => !('default' in variable)).map(([key]) => key)
      expect(
        needed.filter((key) => !given.includes(key)),
        name,
      ).toEqual([])
    }
  })

  it('explains what goes in and what comes out', () => {
    for (const [block = {}] of [...Object.values(one.variable), ...Object.values(one.output)])
      expect(String(block.description ?? '').length).toBeGreaterThan(5)
    for (const [block = {}] of Object.values(one.variable)) expect(block.type).toBeDefined()
  })
})

test('what must not be lost cannot be deleted by mistake, nothing is public, nothing lies in the clear', () => {
  const all = [...modules.values()].flatMap(resourcesOf).filter(({ kind }) => kind === 'resource')
  const of = (type: string) => all.filter((each) => each.type === type)
  for (const { name, block } of of('aws_db_instance')) {
    expect(block.storage_encrypted).toBe(true)
    expect(block.publicly_accessible ?? false).toBe(false)
    if (name !== 'replica') expect(block.deletion_protection).toBe(true)
  }
  for (const kind of ['public_access_block', 'server_side_encryption_configuration', 'lifecycle_configuration']) {
    expect(
      of(`aws_s3_bucket_${kind}`)
        .map(({ name }) => name)
        .sort(),
      kind,
    ).toEqual(
      of('aws_s3_bucket')
        .map(({ name }) => name)
        .sort(),
    )
  }
  for (const { block } of of('aws_elasticache_replication_group')) {
    expect(block).toMatchObject({
      at_rest_encryption_enabled: true,
      transit_encryption_enabled: true,
      automatic_failover_enabled: true,
    })
  }
  for (const { block } of of('aws_vpc_security_group_ingress_rule'))
    expect(String(block.cidr_ipv4)).toMatch(/^\$\{var\./)
})

test.skipIf(!terraform)('is formatted (needs terraform or tofu)', () => {
  const { status, stdout } = spawnSync(terraform ?? '', ['fmt', '-check', '-recursive', folder], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

describe.skipIf(!terraform)('is valid to Terraform itself (needs terraform or tofu)', () => {
  const registry = path.basename(terraform ?? '') === 'tofu' ? 'registry.opentofu.org' : 'registry.terraform.io'
  let provider: Awaited<ReturnType<typeof serveProvider>>
  let copy: string
  beforeAll(async () => {
    provider = await serveProvider(types)
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-terraform-'))
    fs.cpSync(folder, copy, { recursive: true })
  })
  afterAll(async () => {
    await provider.stop()
    fs.rmSync(copy, { recursive: true })
  })

  /** With the provider's schema, told by a stand-in: see docs/decisions/0146. */
  async function validate(location: string): Promise<string[]> {
    const reattach = JSON.stringify({ [`${registry}/hashicorp/aws`]: provider.reattach })
    const env = { ...process.env, TF_REATTACH_PROVIDERS: reattach, CHECKPOINT_DISABLE: '1' }
    const options = { cwd: path.join(copy, location), env, timeout: 60_000 }
    await promisify(execFile)(terraform ?? '', ['init', '-backend=false', '-input=false'], options)
    const said = await promisify(execFile)(terraform ?? '', ['validate', '-json'], options).catch(
      (failed: { stdout: string }) => failed,
    )
    const diagnostics = z.object({ diagnostics: z.array(z.object({ summary: z.string(), detail: z.string() })) })
    return diagnostics.parse(JSON.parse(said.stdout)).diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`)
  }

  const examples = locations.filter((location) => location.startsWith('examples/'))
  it.each(examples)(
    '%s, with every module that it uses',
    async (location) => {
      expect(await validate(location)).toEqual([])
    },
    120_000,
  )

  it('in all its modules, since an example uses each', () => {
    const used = examples.flatMap((location) =>
      Object.values(modules.get(location)?.module ?? {}).map(([call]) => path.join(location, String(call?.source))),
    )
    expect([...new Set(used)].sort()).toEqual(locations.filter((location) => location.startsWith('modules/')).sort())
  })

  it('refuses a value of the wrong type, an attribute that there is not, and a variable that nobody declares', async () => {
    const file = path.join(copy, 'modules/aws/network/main.tf')
    const text = fs.readFileSync(file, 'utf8')
    const wrong = [
      'output "a" {\n  value = aws_vpc.this.arnn\n}',
      'resource "aws_eip" "a" {\n  tags = "none"\n}',
      'output "b" {\n  value = var.nobody\n}',
    ]
    fs.writeFileSync(file, `${text}\n${wrong.join('\n')}\n`)
    const found = await validate('modules/aws/network')
    fs.writeFileSync(file, text)
    expect(found).toHaveLength(3)
    expect(found.join()).toMatch(/arnn/)
    expect(found.join()).toMatch(/map of string required/)
    expect(found.join()).toMatch(/nobody/)
  }, 120_000)
})
