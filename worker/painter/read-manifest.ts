import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { bilingualSchema, styleIdSchema } from '@/lib/contracts/common'
import { PainterError } from './painter-error'

/** Where the committed weights lie. */
export const modelFolder = fileURLToPath(new URL('../../public/models', import.meta.url))

const codeSchema = z.base64().transform((text) => {
  const bytes = Buffer.from(text, 'base64')
  const floats = new Float32Array(Math.floor(bytes.byteLength / 4))
  for (let i = 0; i < floats.length; i++) floats[i] = bytes.readFloatLE(4 * i)
  return floats
})

const manifestSchema = z
  .strictObject({
    name: z.string().min(1),
    version: z.string().min(1),
    /** A plain file name: the network lies beside the manifest. */
    file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.onnx$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().positive(),
    licence: z.string(),
    codeLength: z.int().positive(),
    /** How the weights were made, and what they reached: read by people. */
    trained: z.record(z.string(), z.unknown()),
    metrics: z.record(z.string(), z.unknown()).nullable(),
    parity: z.number(),
    /** Paints the photo itself: the other end of strength. */
    photoCode: codeSchema,
    styles: z.array(
      z.strictObject({
        id: styleIdSchema,
        title: bilingualSchema,
        artist: bilingualSchema,
        year: z.string(),
        school: z.string(),
        source: z.string(),
        code: codeSchema,
      }),
    ),
  })
  .refine((m) => [m.photoCode, ...m.styles.map((style) => style.code)].every((code) => code.length === m.codeLength), {
    message: 'a code has the wrong length',
  })

export type PainterManifest = z.infer<typeof manifestSchema>
export type MasterStyle = PainterManifest['styles'][number]

/**
 * The manifest of a model folder with its codes decoded.
 * @throws PainterError `model_damaged` where it is missing or not what it should be
 */
export async function readManifest(folder: string = modelFolder): Promise<PainterManifest> {
  const path = join(folder, 'manifest.json')
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new PainterError('model_damaged', `The painter's manifest ${path} cannot be used: ${why}`, { cause: error })
  }
}

/**
 * The network's bytes, checked against the manifest; these very bytes are then loaded.
 * @throws PainterError `model_damaged` where the file is missing, cut or altered
 */
export async function readModel(manifest: PainterManifest, folder: string = modelFolder): Promise<Uint8Array> {
  const path = join(folder, manifest.file)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new PainterError('model_damaged', `The painter's network ${path} cannot be read.`, { cause: error })
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== manifest.sha256) {
    throw new PainterError(
      'model_damaged',
      `The painter's network ${path} is damaged: its SHA-256 is ${found}, the manifest says ${manifest.sha256}. Restore the file and start again.`,
    )
  }
  return bytes
}
