import fs from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { envSchema } from '@/server/platform/env-schema'
import { buildOverlay, findKustomize } from './kustomize'
import { makeRules } from './make-rules'

const folder = import.meta.dirname
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
const overlays = fs.readdirSync(path.join(folder, 'overlays'))
const kustomize = findKustomize()

const labelsSchema = z.record(z.string(), z.string()).default({})
const selectorSchema = z
  .looseObject({
    matchLabels: labelsSchema,
    matchExpressions: z
      .array(z.object({ key: z.string(), operator: z.literal('In'), values: z.array(z.string()) }))
      .default([]),
  })
  .prefault({})
const containerSchema = z.looseObject({
  image: z.string(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  envFrom: z
    .array(
      z.looseObject({
        secretRef: z.object({ name: z.string() }).optional(),
        configMapRef: z.object({ name: z.string() }).optional(),
      }),
    )
    .default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
})
const podSchema = z.object({
  metadata: z.object({ labels: labelsSchema }),
  spec: z.looseObject({ terminationGracePeriodSeconds: z.number().default(30), containers: z.array(containerSchema) }),
})
const documentSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional(), labels: labelsSchema }),
  data: z.record(z.string(), z.string()).optional(),
  // Each kind has another one; the schemas have looked at it.
  spec: z.any().optional(),
})
type Resource = z.infer<typeof documentSchema>

const load = (name: string): Resource[] =>
  parseAllDocuments(read(`rendered/${name}.yaml`)).map((document) => documentSchema.parse(document.toJS()))
const podOf = ({ spec }: Resource) => podSchema.parse(spec.template)
const isChosen = (labels: Record<string, string>, selector: unknown) => {
  const { matchLabels, matchExpressions } = selectorSchema.parse(selector)
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  )
}

/** `apiVersion kind` -> how it must look. */
const validators = new Map(
  ['kubernetes', 'operators'].flatMap((name) => {
    const { kinds, definitions } = JSON.parse(read(`schemas/${name}.json`)) as {
      kinds: Record<string, string>
      definitions: object
    }
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
    return Object.entries(kinds).map(
      ([kind, definition]) => [kind, ajv.compile({ definitions, $ref: `#/definitions/${definition}` })] as const,
    )
  }),
)
const complaints = (resource: Resource) => {
  const validate = validators.get(`${resource.apiVersion} ${resource.kind}`)
  if (!validate) return [`no schema of ${resource.apiVersion} ${resource.kind}`]
  return validate(resource)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}

test('there are examples for a small house, a museum and a national one', () => {
  expect(overlays.sort()).toEqual(['museum', 'national', 'small'])
})

test('the schemas refuse what Kubernetes would', () => {
  const [web] = load('small').filter(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'web')
  if (!web) throw new Error('there is no web')
  expect(complaints(web)).toEqual([])
  expect(complaints({ ...web, spec: { ...web.spec, replica: 2 } })).toEqual([expect.stringContaining('"replica"')])
  expect(complaints({ ...web, spec: { ...web.spec, replicas: '2' } })).toEqual([
    expect.stringContaining('must be number'),
  ])
  const { selector: _, ...without } = web.spec
  expect(complaints({ ...web, spec: without })).toEqual([expect.stringContaining('"selector"')])
})

test('the rules for the Prometheus operator are those of deploy/prometheus (npx tsx deploy/kubernetes/render.ts)', () => {
  expect(read('components/monitoring/rules.yaml')).toBe(makeRules())
})

describe.each(overlays)('%s', (name) => {
  const resources = load(name)
  const all = (kind: string) => resources.filter((resource) => resource.kind === kind)
  const withPods = [...all('Deployment'), ...all('Job')]
  const one = (kind: string, wanted: string) => all(kind).find(({ metadata }) => metadata.name === wanted)

  it.skipIf(!kustomize)('is what kustomize builds (needs kustomize 5 or kubectl 1.28)', () => {
    if (kustomize) expect(read(`rendered/${name}.yaml`)).toBe(buildOverlay(kustomize, name))
  })

  it('is all as Kubernetes and its operators know it', () => {
    expect(resources.length).toBeGreaterThan(15)
    expect(
      resources.flatMap((resource) =>
        complaints(resource).map((each) => `${resource.kind} ${resource.metadata.name}${each}`),
      ),
    ).toEqual([])
  })

  it('lies in one namespace, with every name once', () => {
    expect(new Set(resources.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['vernissage']))
    const names = resources.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('lets nothing run as root, write its image or gain rights, and bounds its memory', () => {
    for (const resource of withPods) {
      const { spec } = podOf(resource)
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      })
      for (const container of spec.containers) {
        const securityContext = {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        }
        expect(container).toMatchObject({
          securityContext,
          resources: { requests: { cpu: expect.anything() }, limits: { memory: expect.any(String) } },
        })
        expect(container.image).toMatch(/^vernissage\/(web|worker|worker-cuda|setup):\d+\.\d+\.\d+$/)
      }
    }
  })

  it('asks every process whether it lives and whether it is ready, on a port that it opens', () => {
    for (const container of all('Deployment').flatMap((resource) => podOf(resource).spec.containers)) {
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        expect(container[probe]).toMatchObject({
          httpGet: { path: expect.stringMatching(/^(\/api)?\/health\/(live|ready)$/), port: 'http' },
        })
      }
      expect(container.ports.map((port) => port.name)).toContain('http')
    }
  })

  it('sets only settings that the house knows, and lets processes end in their time', () => {
    const house = all('ConfigMap')[0]?.data ?? {}
    for (const resource of withPods) {
      const { spec } = podOf(resource)
      for (const { env, envFrom } of spec.containers) {
        const given = { ...house, ...Object.fromEntries(env.map(({ name: key, value }) => [key, value])) }
        expect(Object.keys(given).filter((key) => !(key in envSchema.shape))).toEqual([])
        const needed = { DATABASE_URL: 'postgresql://a/b', AUTH_SECRET: 'x'.repeat(32) }
        const settings = envSchema.parse({ ...given, ...needed })
        const secrets = envFrom.flatMap(({ secretRef }) => secretRef?.name ?? [])
        expect(secrets[0]).toBe('vernissage')
        if (resource.kind === 'Job') continue
        const isWeb = resource.metadata.name.startsWith('web')
        const leaving = isWeb ? settings.DRAIN_GRACE_SECONDS + 25 : settings.WORKER_DRAIN_SECONDS + 5
        expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(leaving)
      }
    }
  })

  it('has selectors that choose, and targets that there are', () => {
    const pods = withPods.map((resource) => podOf(resource).metadata.labels)
    const deployments = new Set(all('Deployment').map(({ metadata }) => metadata.name))
    for (const resource of all('Deployment'))
      expect(isChosen(podOf(resource).metadata.labels, resource.spec.selector)).toBe(true)
    for (const { spec } of all('Service'))
      expect(pods.filter((labels) => isChosen(labels, { matchLabels: spec.selector }))).toHaveLength(1)
    for (const { spec } of [...all('PodDisruptionBudget'), ...all('PodMonitor')])
      expect(pods.some((labels) => isChosen(labels, spec.selector))).toBe(true)
    for (const { spec } of all('NetworkPolicy'))
      expect(pods.some((labels) => isChosen(labels, spec.podSelector))).toBe(true)
    for (const { spec } of [...all('HorizontalPodAutoscaler'), ...all('ScaledObject')])
      expect(deployments).toContain(spec.scaleTargetRef.name)
    for (const { spec } of all('Ingress')) {
      for (const { http } of spec.rules) {
        for (const { backend } of http.paths) expect(one('Service', backend.service.name)).toBeDefined()
      }
    }
    const claims = JSON.stringify(withPods).match(/"claimName":"([^"]+)"/g) ?? []
    for (const claim of claims) expect(one('PersistentVolumeClaim', JSON.parse(`{${claim}}`).claimName)).toBeDefined()
  })

  it('closes every pod by default, and opens what is needed', () => {
    const policies = all('NetworkPolicy')
    for (const resource of withPods) {
      const { labels } = podOf(resource).metadata
      const closing = policies.filter(({ spec }) => isChosen(labels, spec.podSelector) && !spec.ingress && !spec.egress)
      expect(closing.map(({ spec }) => spec.policyTypes)).toContainEqual(['Ingress', 'Egress'])
      expect(policies.some(({ spec }) => isChosen(labels, spec.podSelector) && spec.egress)).toBe(true)
    }
    // The orders’ limit is on their very path, and nothing but web and the workers’ figures can be reached.
    const open = policies.flatMap(({ spec }) =>
      (spec.ingress ?? []).flatMap((rule: { ports: { port: number }[] }) => rule.ports.map(({ port }) => port)),
    )
    expect(new Set(open)).toEqual(new Set([3000, 3001]))
  })

  it('limits orders as the gateway does, and scales workers to nothing and back', () => {
    const orders = one('Ingress', 'web-orders')
    expect(orders?.metadata).toMatchObject({
      annotations: {
        'nginx.ingress.kubernetes.io/limit-rps': '10',
        'nginx.ingress.kubernetes.io/limit-burst-multiplier': '2',
      },
    })
    expect(one('ScaledObject', 'worker')?.spec.minReplicaCount).toBe(0)
    // Scaled to nothing, nobody would sweep.
    expect(one('Deployment', 'sweeper')?.spec.replicas).toBeGreaterThan(0)
    for (const { spec } of all('ScaledObject'))
      expect(spec.triggers.map((trigger: { name: string }) => trigger.name)).toEqual(['backlog', 'forecast'])
  })
})
