import { network, node, tensor } from './onnx-protobuf'

/** The smallest networks there are: `Identity` gives the picture back, `Exp` leaves 0..1. */
export function tinyNetwork(operator: 'Identity' | 'Exp', input = 'photo', output = 'image'): Uint8Array {
  return network(input, output, [node(operator, [input], output)])
}

/** Makes the picture eight times smaller and larger again: the same size for sides that are multiples of 8, another one for others. */
export function halvingNetwork(): Uint8Array {
  const pool = { kernel_shape: [8, 8], strides: [8, 8] }
  const nearest = { mode: 'nearest', nearest_mode: 'floor', coordinate_transformation_mode: 'asymmetric' }
  return network(
    'photo',
    'image',
    [node('MaxPool', ['photo'], 'small', pool), node('Resize', ['small', '', 'scales'], 'image', nearest)],
    [tensor('scales', [4], Float32Array.of(1, 1, 8, 8))],
  )
}
