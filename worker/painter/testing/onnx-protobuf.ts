/** As much of protobuf as an ONNX file needs (onnx.proto, IR version 7, opset 13), so that networks can be written by hand. */
type Bytes = Uint8Array

const FLOAT = 1
const INT64 = 7

const join = (parts: readonly Bytes[]): Bytes => Buffer.concat(parts)

function varint(value: number): Bytes {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest])
    bytes.push((rest & 127) | 128)
  }
}

const whole = (field: number, value: number): Bytes => join([varint(field << 3), varint(value)])
const bytes = (field: number, content: Bytes): Bytes =>
  join([varint((field << 3) | 2), varint(content.byteLength), content])
const text = (field: number, value: string): Bytes => bytes(field, Buffer.from(value))

export type Attribute = string | number[]

/** An operator with its inputs, outputs and attributes (strings, or lists of whole numbers). */
export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, Attribute>> = {},
): Bytes {
  const attribute = ([name, value]: [string, Attribute]) =>
    typeof value === 'string'
      ? join([text(1, name), bytes(4, Buffer.from(value)), whole(20, 3)])
      : join([text(1, name), ...value.map((each) => whole(8, each)), whole(20, 7)])
  return join([
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
    ...Object.entries(attributes).map((entry) => bytes(5, attribute(entry))),
  ])
}

/** Fixed numbers: weights as floats, shapes and pads as 64-bit whole numbers. */
export function tensor(name: string, dims: readonly number[], values: Float32Array | BigInt64Array): Bytes {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const type = values instanceof Float32Array ? FLOAT : INT64
  return join([...dims.map((each) => whole(1, each)), whole(2, type), text(8, name), bytes(9, raw)])
}

/** A picture (1, 3, height, width) of floats. */
function picture(name: string): Bytes {
  const dimensions = [whole(1, 1), whole(1, 3), text(2, `${name}_height`), text(2, `${name}_width`)]
  const shape = join(dimensions.map((dimension) => bytes(1, dimension)))
  return join([text(1, name), bytes(2, bytes(1, join([whole(1, FLOAT), bytes(2, shape)])))])
}

/** A whole file: a network from one picture to one. */
export function network(
  input: string,
  output: string,
  nodes: readonly Bytes[],
  tensors: readonly Bytes[] = [],
): Uint8Array {
  const graph = join([
    ...nodes.map((each) => bytes(1, each)),
    text(2, 'graph'),
    ...tensors.map((each) => bytes(5, each)),
    bytes(11, picture(input)),
    bytes(12, picture(output)),
  ])
  const opset = join([text(1, ''), whole(2, 13)])
  return join([whole(1, 7), bytes(7, graph), bytes(8, opset)])
}
