import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { roles } from '@/deploy/images/roles'
import { envSchema } from '@/server/platform/env-schema'

const folder = import.meta.dirname
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')

const serviceSchema = z.looseObject({
  image: z.string().optional(),
  build: z.looseObject({ context: z.string(), target: z.string().optional() }).optional(),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.unknown().optional(),
  restart: z.string().optional(),
  mem_limit: z.string().optional(),
  logging: z.unknown().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
})
const composeSchema = z.looseObject({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()).default({}),
})
const load = (name: string) => composeSchema.parse(parse(read(name), { merge: true, maxAliasCount: -1 }))
const compose = load('compose.yaml')
const service = (name: string) => serviceSchema.parse(compose.services[name])
const settings = [...read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
const ours = ['setup', 'web-1', 'web-2', 'worker', 'gateway', 'backup']

describe.each(Object.entries(compose.services))('%s', (_name, one) => {
  it('has an image of a fixed version and digest, or one of ours', () => {
    expect(one.image).toMatch(/^docker\.io\/[\w./-]+:v?\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$|^\$\{VERNISSAGE_REGISTRY/)
  })
  it('ends when it must: comes back by itself, in bounds of memory and log', () => {
    expect(one.restart).toMatch(/^(unless-stopped|no)$/)
    expect(one.mem_limit ?? '(one-shot)').toBeTruthy()
    expect(one.logging).toMatchObject({ options: { 'max-size': '10m' } })
  })
  it('waits for what it needs by health, not by luck', () => {
    for (const [needed, { condition }] of Object.entries(one.depends_on)) {
      const other = service(needed)
      const isHouse = other.build !== undefined
      expect(condition).toMatch(/^service_(healthy|completed_successfully|started)$/)
      if (condition === 'service_healthy') expect(isHouse || other.healthcheck !== undefined, needed).toBe(true)
    }
  })
  it('mounts what is there', () => {
    for (const [source = ''] of one.volumes.map((volume) => volume.split(':'))) {
      if (source.startsWith('/') || source.startsWith('${')) continue
      if (source.startsWith('.')) expect(fs.existsSync(path.join(folder, source)), source).toBe(true)
      else expect(compose.volumes).toHaveProperty(source)
    }
  })
  it('is open to other machines only where it is the gateway', () => {
    for (const port of one.ports) expect(port).toMatch(/^127\.0\.0\.1:|GATEWAY_PORT/)
  })
})

test.each(ours)('%s may gain no rights and write nowhere but where it must', (name) => {
  expect(service(name)).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  })
})

test('the build of each of ours is a stage of its Dockerfile', () => {
  for (const one of Object.values({ ...compose.services, ...load('gpu.yaml').services })) {
    if (!one.build) continue
    const dockerfile = fs.readFileSync(path.join(folder, one.build.context, 'Dockerfile'), 'utf8')
    if (one.build.target) expect(dockerfile).toMatch(new RegExp(`^FROM .* AS ${one.build.target}$`, 'm'))
  }
})

test('the gateway knows the web processes by the names they have here', () => {
  const upstreams = fs.readFileSync(path.join(folder, '../nginx/upstreams.conf'), 'utf8')
  const named = new Set([...upstreams.matchAll(/server ([\w-]+):3000/g)].map(([, name]) => name))
  expect([...named].sort()).toEqual(Object.keys(compose.services).filter((name) => name.startsWith('web-')))
})

test('the queue keeps what it has: append-only file, no eviction', () => {
  expect(service('redis').command.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/)
})

test('what is counted and forgotten has a Redis that forgets: no file, the least recently used goes first', () => {
  expect(service('redis-cache').command.join(' ')).toMatch(
    /--appendonly no .*--maxmemory \d+mb --maxmemory-policy allkeys-lru/,
  )
  for (const name of ['web-1', 'web-2', 'worker']) {
    const { environment, depends_on } = service(name)
    expect(environment).toMatchObject({ REDIS_URL: 'redis://redis:6379', REDIS_CACHE_URL: 'redis://redis-cache:6379' })
    expect(depends_on).toMatchObject({ 'redis-cache': { condition: 'service_healthy' } })
  }
})

test('backups are the house’s own, of the release that made the tables', () => {
  const { image, command, volumes } = service('backup')
  expect(image).toBe(service('setup').image)
  expect(command).toEqual([])
  const script = read('backup/nightly.sh')
  const entry = /node --import tsx (\S+)/.exec(script)?.[1] ?? ''
  expect(roles.setup.entries).toContain(entry)
  expect(volumes).toContain('house-data:/data')
  expect(spawnSync('bash', ['-n', path.join(folder, 'backup/nightly.sh')]).status).toBe(0)
})

test('processes may take as long to end as the house gives them', () => {
  const seconds = (name: string) => Number.parseInt(service(name).stop_grace_period ?? '0', 10)
  const { WORKER_DRAIN_SECONDS, DRAIN_GRACE_SECONDS } = envSchema.shape
  expect(seconds('worker')).toBeGreaterThan(WORKER_DRAIN_SECONDS.parse(undefined) + 10)
  expect(seconds('web-1')).toBeGreaterThan(DRAIN_GRACE_SECONDS.parse(undefined) + 25)
})

test('every variable of the files is explained in .env.example, and every line there is used', () => {
  const used = [...`${read('compose.yaml')}${read('gpu.yaml')}`.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name)
  expect(used.filter((name) => !settings.includes(name))).toEqual([])
  const known = [...used, ...Object.keys(envSchema.shape), 'OPERATOR_EMAIL']
  expect(settings.filter((name) => !known.includes(name))).toEqual([])
})

test('every setting of the house is in .env.example, or decided by the images and compose.yaml', () => {
  const decided = [
    'NODE_ENV',
    'DATABASE_URL',
    'REDIS_URL',
    'REDIS_CACHE_URL',
    'VERNISSAGE_DATA',
    'PORT',
    'HOST',
    'WORKER_PORT',
    'WORKER_HOST',
    'UV_THREADPOOL_SIZE',
  ]
  const missing = Object.keys(envSchema.shape).filter((name) => ![...settings, ...decided].includes(name))
  expect(missing).toEqual([])
})

test('what must be filled in stops the start while it is empty', () => {
  const secrets = [...read('.env.example').matchAll(/^([A-Z0-9_]+)=$/gm)].map(([, name]) => name)
  expect(secrets).toEqual(['POSTGRES_PASSWORD', 'AUTH_SECRET', 'METRICS_TOKEN', 'GRAFANA_PASSWORD'])
  for (const name of secrets) expect(read('compose.yaml')).toContain(`\${${name}:?`)
})
