import type { Nested, ProviderTypes, Shape } from './schema'

const NESTING = { single: 1, list: 2, set: 3 } as const
const BYTES = 2

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    bytes.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) return Buffer.from(bytes)
  }
}

/** A field of Protocol Buffers: numbers and truths as varint, text, bytes and messages with their length. Nothing for what is unset. */
export function field(number: number, value: Buffer | string | number | boolean): Buffer {
  if (value === false || value === 0) return Buffer.alloc(0)
  if (typeof value === 'number' || value === true) return Buffer.concat([varint(number << 3), varint(Number(value))])
  const bytes = Buffer.from(value)
  return Buffer.concat([varint((number << 3) | BYTES), varint(bytes.length), bytes])
}

/** Schema.Attribute. What may be given may also be told by the cloud, where it is not. */
function attribute(name: string, type: unknown, role: 'required' | 'optional' | 'computed'): Buffer {
  return Buffer.concat([
    field(1, name),
    field(2, JSON.stringify(type)),
    field(4, role === 'required'),
    field(5, role === 'optional'),
    field(6, role !== 'required'),
  ])
}

/** Schema.Block. */
function block({ required, arguments: given, blocks }: Shape, computed: Record<string, unknown> = {}): Buffer {
  const nested = (name: string, inner: Nested) => {
    const least = required.includes(name) && inner.nesting !== 'single' ? 1 : 0
    return [
      field(1, name),
      field(2, block(inner)),
      field(3, NESTING[inner.nesting]),
      field(4, least),
      field(5, inner.most ?? 0),
    ]
  }
  return Buffer.concat([
    ...Object.entries(given).map(([name, type]) =>
      field(2, attribute(name, type, required.includes(name) ? 'required' : 'optional')),
    ),
    ...Object.entries(computed).map(([name, type]) => field(2, attribute(name, type, 'computed'))),
    ...Object.entries(blocks).map(([name, inner]) => field(3, Buffer.concat(nested(name, inner)))),
  ])
}

const FIELDS = { resource: 2, data: 3 } as const

/** GetProviderSchema.Response of Terraform's plugin protocol 5. @see https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol */
export function encodeSchema(types: ProviderTypes): Buffer {
  return Buffer.concat(
    Object.entries(types).map(([name, { computed, ...shape }]) => {
      const [kind = '', type = ''] = name.split(' ')
      const schema = field(2, block(shape, computed))
      if (kind === 'provider') return field(1, schema)
      return field(FIELDS[kind as keyof typeof FIELDS], Buffer.concat([field(1, type), field(2, schema)]))
    }),
  )
}
