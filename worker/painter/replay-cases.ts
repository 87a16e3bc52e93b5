import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { sessionOptions } from './open-session'

/**
 * The runtime's side of the check in training/painter/onnx_export.py: `replay-cases.ts <network.onnx> <folder>` runs the cases that
 * cases.json lists (inputs `0.photo`, ..., float32 little-endian) and writes the outputs beside them (`0.image`, ...).
 */
const casesSchema = z.strictObject({
  outputs: z.array(z.string()),
  cases: z.array(z.strictObject({ inputs: z.record(z.string(), z.array(z.int().positive())) })),
})

const [model, folder] = process.argv.slice(2)
if (!model || !folder) throw new Error('replay-cases.ts wants a network and a folder')
const { outputs, cases } = casesSchema.parse(JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')))
const session = await InferenceSession.create(model, sessionOptions(1))

async function readFloats(name: string): Promise<Float32Array> {
  const bytes = await readFile(join(folder as string, name))
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => bytes.readFloatLE(4 * i))
}

for (const [n, { inputs }] of cases.entries()) {
  const feeds: Record<string, Tensor> = {}
  for (const [name, dims] of Object.entries(inputs))
    feeds[name] = new Tensor('float32', await readFloats(`${n}.${name}`), dims)
  const found = await session.run(feeds)
  for (const name of outputs) {
    const output = found[name]
    if (!output) throw new Error(`The network gave no ${name}.`)
    const values = output.data as Float32Array
    await writeFile(join(folder, `${n}.${name}`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  }
}
await session.release()
