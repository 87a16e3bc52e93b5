import { network, node, tensor } from '@/worker/painter/testing/onnx-protobuf'

/**
 * A network of the classic shape of fast style transfer (Johnson et al. 2016, with the instance normalisation of Ulyanov et al. 2016):
 * 9 x 9 convolution to 32 channels, two strided ones to 64 and 128, five residual blocks, two enlargements, 9 x 9 to the picture. The
 * weights are random: it is there to be timed. `photo` -> `image`, sides multiples of 4.
 */
export function classicNetwork(): Uint8Array {
  const nodes: Uint8Array[] = []
  const tensors: Uint8Array[] = []
  let seed = 1
  let count = 0
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 31 - 1
  }
  const floats = (dims: number[], value: () => number) => {
    const name = `w${count++}`
    const size = dims.reduce((product, each) => product * each, 1)
    tensors.push(tensor(name, dims, Float32Array.from({ length: size }, value)))
    return name
  }
  const add = (
    operator: string,
    inputs: string[],
    attributes: Parameters<typeof node>[3] = {},
    output = `x${count++}`,
  ) => {
    nodes.push(node(operator, inputs, output, attributes))
    return output
  }
  const convolve = (x: string, inputs: number, outputs: number, kernel: number, stride = 1, output?: string) => {
    const edge = BigInt(kernel >> 1)
    const pads = `p${count++}`
    tensors.push(tensor(pads, [8], BigInt64Array.from([0n, 0n, edge, edge, 0n, 0n, edge, edge])))
    const padded = add('Pad', [x, pads], { mode: 'reflect' })
    const scale = 1 / Math.sqrt(inputs * kernel * kernel)
    const weights = floats([outputs, inputs, kernel, kernel], () => random() * scale)
    const shape = { kernel_shape: [kernel, kernel], strides: [stride, stride] }
    return add('Conv', [padded, weights, floats([outputs], () => 0)], shape, output)
  }
  const normalise = (x: string, channels: number) =>
    add('InstanceNormalization', [x, floats([channels], () => 1), floats([channels], () => 0)])
  const layer = (x: string, inputs: number, outputs: number, kernel: number, stride = 1) =>
    add('Relu', [normalise(convolve(x, inputs, outputs, kernel, stride), outputs)])
  const enlarge = (x: string) => {
    const scales = `s${count++}`
    tensors.push(tensor(scales, [4], Float32Array.from([1, 1, 2, 2])))
    const nearest = { mode: 'nearest', nearest_mode: 'floor', coordinate_transformation_mode: 'asymmetric' }
    return add('Resize', [x, '', scales], nearest)
  }
  let x = layer('photo', 3, 32, 9)
  x = layer(layer(x, 32, 64, 3, 2), 64, 128, 3, 2)
  for (let block = 0; block < 5; block++)
    x = add('Add', [x, normalise(convolve(layer(x, 128, 128, 3), 128, 128, 3), 128)])
  x = layer(enlarge(x), 128, 64, 3)
  x = layer(enlarge(x), 64, 32, 3)
  add('Sigmoid', [convolve(x, 32, 3, 9)], {}, 'image')
  return network('photo', 'image', nodes, tensors)
}
