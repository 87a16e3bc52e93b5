import { network, node } from './onnx-protobuf'

/** The smallest networks there are: `Identity` gives the picture back, `Exp` leaves 0..1. */
export function tinyNetwork(operator: 'Identity' | 'Exp', input = 'photo', output = 'image'): Uint8Array {
  return network(input, output, [node(operator, [input], output)])
}
