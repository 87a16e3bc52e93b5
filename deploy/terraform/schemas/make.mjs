// `node make.mjs FOLDER`: writes aws.json, which arguments and blocks each resource and data source of our modules has, out of the npm package
// @cdktf/provider-aws (MPL-2.0; generated from the provider's own schema), unpacked in FOLDER. For a test where no provider can be had; names only, no text.
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(process.argv[2] ?? 'package')
const modules = path.join(import.meta.dirname, '../modules/aws')
const used = new Set()
for (const name of fs.readdirSync(modules, { recursive: true }).filter((file) => file.endsWith('.tf'))) {
  const text = fs.readFileSync(path.join(modules, name), 'utf8')
  for (const [, kind, type] of text.matchAll(/^(resource|data) "(aws_\w+)"/gm)) used.add(`${kind} ${type}`)
}

/** Interfaces of a declaration file: name -> properties, with the provider's own names, which stand in the links above them. */
function interfacesOf(text) {
  const found = {}
  for (const [, name, body] of text.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g)) {
    const properties = {}
    for (const [, own, property, isOptional, type] of body.matchAll(/#(\w+) [\s\S]*?readonly (\w+)(\??): ([^;]+);/g)) {
      const block = /^(\w+)(\[\])?( \||$)/.exec(type)?.[1]
      properties[own] = {
        isRequired: isOptional === '',
        block: block && /^[A-Z]/.test(block) ? block : undefined,
        property,
      }
    }
    found[name] = properties
  }
  return found
}

function shapeOf(interfaces, name) {
  const properties = interfaces[name] ?? {}
  const shape = { required: [], arguments: [], blocks: {} }
  for (const [own, { isRequired, block }] of Object.entries(properties)) {
    if (isRequired) shape.required.push(own)
    if (block && interfaces[block]) shape.blocks[own] = shapeOf(interfaces, block)
    else shape.arguments.push(own)
  }
  return shape
}

const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
let provider = ''
const types = {}
for (const each of [...used].sort()) {
  const [kind, type] = each.split(' ')
  const name = `${kind === 'data' ? 'data-aws' : ''}${kind === 'data' ? '-' : ''}${type.slice(4).replaceAll('_', '-')}`
  const base = path.join(folder, 'lib', name)
  const files = fs.readdirSync(base).filter((file) => file.endsWith('.d.ts'))
  const text = files.map((file) => fs.readFileSync(path.join(base, file), 'utf8')).join('\n')
  provider ||= /hashicorp\/aws\/([\d.]+)/.exec(text)?.[1] ?? ''
  const interfaces = interfacesOf(text)
  const config = Object.keys(interfaces).find(
    (one) => one.endsWith('Config') && text.includes(`interface ${one} extends cdktf.TerraformMetaArguments`),
  )
  types[each] = shapeOf(interfaces, config)
}
fs.writeFileSync(
  path.join(import.meta.dirname, 'aws.json'),
  `${JSON.stringify({ source: `hashicorp/aws ${provider}, by @cdktf/provider-aws ${version}`, types })}\n`,
)
console.log(`hashicorp/aws ${provider}: ${Object.keys(types).length} types`)
