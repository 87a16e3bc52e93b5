// `node make.mjs FOLDER`: writes kubernetes.json, JSON Schemas (draft 7) of the kinds that we use, out of the models that the
// npm package @kubernetes/client-node (Apache-2.0) has generated from Kubernetes' own OpenAPI; FOLDER is where that package is installed. Strict: a field
// that Kubernetes does not know is refused, as `kubectl --validate=strict` would.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv[2] ?? 'node_modules/@kubernetes/client-node')
const models = await import(pathToFileURL(path.join(folder, 'dist/gen/models/all.js')).href)
const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))

const kinds = {
  'apps/v1 Deployment': 'V1Deployment',
  'autoscaling/v2 HorizontalPodAutoscaler': 'V2HorizontalPodAutoscaler',
  'batch/v1 Job': 'V1Job',
  'networking.k8s.io/v1 Ingress': 'V1Ingress',
  'networking.k8s.io/v1 NetworkPolicy': 'V1NetworkPolicy',
  'policy/v1 PodDisruptionBudget': 'V1PodDisruptionBudget',
  'v1 ConfigMap': 'V1ConfigMap',
  'v1 Namespace': 'V1Namespace',
  'v1 PersistentVolumeClaim': 'V1PersistentVolumeClaim',
  'v1 Service': 'V1Service',
  'v1 ServiceAccount': 'V1ServiceAccount',
}

let release = ''
const definitions = {}

function define(name) {
  if (definitions[name]) return
  const text = fs.readFileSync(path.join(folder, `dist/gen/models/${name}.d.ts`), 'utf8')
  release ||= /OpenAPI spec version: release-([\d.]+)/.exec(text)?.[1] ?? ''
  const schema = { type: 'object', additionalProperties: false, properties: {} }
  definitions[name] = schema
  const required = []
  for (const { name: property, baseName, type } of models[name].getAttributeTypeMap()) {
    schema.properties[baseName] = schemaOf(type)
    if (new RegExp(`^    '${property}': `, 'm').test(text)) required.push(baseName)
  }
  if (required.length > 0) schema.required = required
}

function schemaOf(type) {
  const list = /^Array<(.*)>$/.exec(type)
  if (list) return { type: 'array', items: schemaOf(list[1]) }
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)
  if (map) return { type: 'object', additionalProperties: schemaOf(map[1]) }
  if (type === 'IntOrString') return { type: ['integer', 'string'] }
  if (type === 'Date' || type === 'V1MicroTime') return { type: 'string' }
  if (type === 'any' || type === 'object') return {}
  if (['string', 'number', 'boolean'].includes(type)) return { type }
  define(type)
  return { $ref: `#/definitions/${type}` }
}

for (const model of Object.values(kinds)) define(model)
const file = path.join(import.meta.dirname, 'kubernetes.json')
const source = `Kubernetes ${release}, by @kubernetes/client-node ${version} (Apache-2.0)`
fs.writeFileSync(file, `${JSON.stringify({ source, kinds, definitions })}\n`)
console.log(`${source}: ${Object.keys(definitions).length} definitions`)
