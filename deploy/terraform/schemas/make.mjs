// `node make.mjs FOLDER`: writes aws.json, what the provider's schema says of each resource and data source of our modules, out of the npm package
// @cdktf/provider-aws (MPL-2.0; generated from that schema), unpacked in FOLDER. For tests where no provider can be had; names and types
// only, no text. Types are those of https://github.com/zclconf/go-cty, as a provider tells them.
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(process.argv[2] ?? 'package')
const modules = path.join(import.meta.dirname, '../modules/aws')
const used = new Set(['provider aws'])
for (const name of fs.readdirSync(modules, { recursive: true }).filter((file) => file.endsWith('.tf'))) {
  const text = fs.readFileSync(path.join(modules, name), 'utf8')
  for (const [, kind, type] of text.matchAll(/^(resource|data) "(aws_\w+)"/gm)) used.add(`${kind} ${type}`)
}

const GETTERS = {
  String: 'string',
  Number: 'number',
  Boolean: 'bool',
  Any: 'dynamic',
  List: ['list', 'string'],
  NumberList: ['list', 'number'],
  StringMap: ['map', 'string'],
  NumberMap: ['map', 'number'],
  BooleanMap: ['map', 'bool'],
  AnyMap: ['map', 'dynamic'],
  StringMapList: ['list', ['map', 'string']],
}
const SIMPLE = { string: 'string', number: 'number', boolean: 'bool', any: 'dynamic' }

/** Of a declaration file: interface -> names that must be given, in the provider's own words, which stand in the links above them. */
function requiredOf(text) {
  const found = {}
  for (const [, name, body] of text.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g))
    found[name] = new Set(
      [...body.matchAll(/#(\w+) [\s\S]*?readonly \w+(\??): [^;]+;/g)]
        .filter(([, , mark]) => mark === '')
        .map(([, own]) => own),
    )
  return found
}

/** The code of each class, by name. */
function classesOf(text) {
  const parts = text.split(/^class (?=\w+ extends )/m).slice(1)
  return Object.fromEntries(parts.map((part) => [/^\w+/.exec(part)[0], part]))
}

/** What a class reads by name: attributes and lists of objects, whoever gives them. */
function readable(classes, name) {
  const found = {}
  const code = classes[name] ?? ''
  for (const [, isSet, getter, own] of code.matchAll(
    /return (cdktf\.Fn\.tolist\()?\s?(?:cdktf\.\w+\()*this\.get(\w+?)Attribute\('(\w+)'\)/g,
  )) {
    const type = GETTERS[getter]
    if (type) found[own] = isSet ? ['set', type[1]] : type
  }
  for (const [, reference, own, isSet] of code.matchAll(
    /= new (\w+?)(?:OutputReference|List|Map)\(this, "(\w+)"(?:, (true|false))?\)/g,
  )) {
    const inside = ['object', readable(classes, `${reference}OutputReference`)]
    found[own] = isSet === undefined ? inside : [isSet === 'true' ? 'set' : 'list', inside]
  }
  return found
}

function typeOf(kind, storage) {
  const one = SIMPLE[storage.replace(/(List|Map)$/, '')] ?? 'dynamic'
  return kind === 'simple' ? one : [kind, one]
}

/** What may be given, out of the code that writes it down as HCL. */
function givenOf(text, code, required, name) {
  const shape = { required: [...(required[name] ?? [])], arguments: {}, blocks: {} }
  const [, body = ''] =
    /ToHclTerraform\(struct\)|synthesizeHclAttributes\(\) \{([\s\S]*?)remove undefined/.exec(code) ?? []
  const entries = body.matchAll(
    /^ {8,12}(\w+): \{\n\s+value: (.*),\n\s+isBlock: (true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm,
  )
  for (const [, own, value, isBlock, kind, storage] of entries) {
    const writer = /(\w+)ToHclTerraform/.exec(value)?.[1]
    if (isBlock === 'false' || !writer) {
      shape.arguments[own] = typeOf(kind, storage)
      continue
    }
    const inner = writer[0].toUpperCase() + writer.slice(1)
    const start = text.indexOf(`function ${writer}ToHclTerraform(struct)`)
    const block = givenOf(text, `synthesizeHclAttributes() {${text.slice(start)}`, required, inner)
    const isOne = !value.includes('listMapperHcl')
    shape.blocks[own] = {
      nesting: kind === 'struct' ? 'single' : kind,
      ...(isOne && kind !== 'struct' && { most: 1 }),
      ...block,
    }
  }
  return shape
}

const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
let provider = ''
const types = {}
for (const each of [...used].sort()) {
  const [kind, type] = each.split(' ')
  const name =
    kind === 'provider' ? 'provider' : `${kind === 'data' ? 'data-aws-' : ''}${type.slice(4).replaceAll('_', '-')}`
  const base = path.join(folder, 'lib', name)
  const read = (end) =>
    fs
      .readdirSync(base)
      .filter((file) => file.endsWith(end))
      .map((file) => fs.readFileSync(path.join(base, file), 'utf8'))
      .join('\n')
  const [declared, text] = [read('.d.ts'), read('.js')]
  provider ||= /hashicorp\/aws\/([\d.]+)/.exec(declared)?.[1] ?? ''
  const classes = classesOf(text)
  const main = Object.keys(classes).find((one) =>
    /^\w+ extends cdktf\.Terraform(Resource|DataSource|Provider)\b/.test(classes[one]),
  )
  const required = requiredOf(declared)
  const given = givenOf(text, classes[main], required, `${main}Config`)
  const computed = Object.entries(readable(classes, main)).filter(
    ([own]) => !(own in given.arguments) && !(own in given.blocks),
  )
  types[each] = { ...given, computed: Object.fromEntries(computed) }
}
fs.writeFileSync(
  path.join(import.meta.dirname, 'aws.json'),
  `${JSON.stringify({ source: `hashicorp/aws ${provider}, by @cdktf/provider-aws ${version}`, types })}\n`,
)
console.log(`hashicorp/aws ${provider}: ${Object.keys(types).length} types`)
