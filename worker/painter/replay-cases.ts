import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'

/**
 * Paints prepared tensors with a given network, for the exporter's check against PyTorch.
 * `tsx worker/painter/replay-cases.ts <model.onnx> <folder>`: reads cases.json, <n>.photo and <n>.code (float32 little-endian)
 * of the folder and writes <n>.image.
 */
const casesSchema = z.array(z.strictObject({ height: z.int().positive(), width: z.int().positive() }))

const readFloats = async (path: string): Promise<Float32Array> => {
  const bytes = await readFile(path)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

const [model, folder] = process.argv.slice(2)
if (!model || !folder) throw new Error('usage: replay-cases.ts <model.onnx> <folder>')
const session = await InferenceSession.create(model, { executionProviders: ['cpu'], intraOpNumThreads: 1 })
const cases = casesSchema.parse(JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')))
for (const [n, { height, width }] of cases.entries()) {
  const photo = await readFloats(join(folder, `${n}.photo`))
  const code = await readFloats(join(folder, `${n}.code`))
  const { image } = await session.run({
    photo: new Tensor('float32', photo, [1, 3, height, width]),
    code: new Tensor('float32', code, [1, code.length]),
  })
  if (!image) throw new Error('The network gave no image.')
  await writeFile(join(folder, `${n}.image`), new Uint8Array((image.data as Float32Array).buffer))
}
