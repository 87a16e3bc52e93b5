import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { bilingualSchema, styleIdSchema } from '@/lib/contracts/common'
import { PainterError } from './painter-error'

/** Where the committed weights lie. */
export const modelFolder = fileURLToPath(new URL('../../public/models', import.meta.url))

const fileSchema = z.strictObject({
  /** A plain file name: it lies beside the manifest. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
})
export type ModelFile = z.infer<typeof fileSchema>

const modelSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  licence: z.string(),
  codeLength: z.int().positive(),
  /** How a style's targets are written; left out where the model does not refine. See style-target.ts. */
  target: z
    .strictObject({
      channels: z.array(z.int().positive()).min(1),
      sizes: z.array(z.int().positive()).min(1),
    })
    .nullable()
    .default(null),
  networks: z.strictObject({
    /** photo, code -> image: all that a model must have. */
    stylizer: fileSchema,
    /** The same with fewer bits, for browsers. */
    browser: fileSchema.optional(),
    /** The same with its statistics in and out, for pictures too large for one run. */
    tiles: fileSchema.optional(),
    /** painting -> code. */
    encoder: fileSchema.optional(),
    /** picture -> style target, content; and the gradient that refinement follows. */
    look: fileSchema.optional(),
    pull: fileSchema.optional(),
    /** The gradient at a code: what a code is taught by. */
    teach: fileSchema.optional(),
  }),
  /** Small squares in a row, drawn by the project, that codes are taught with. */
  studies: fileSchema.optional(),
  /** Codes and targets: see read-styles.ts. */
  numbers: fileSchema,
  /** How the weights were made, and what they reached: read by people. */
  trained: z.record(z.string(), z.unknown()),
  metrics: z.record(z.string(), z.unknown()).nullable(),
  /** Greatest difference to PyTorch, by network. */
  parity: z.record(z.string(), z.number()),
  styles: z.array(
    z.strictObject({
      id: styleIdSchema,
      title: bilingualSchema,
      artist: bilingualSchema,
      year: z.string(),
      school: z.string(),
      source: z.string(),
    }),
  ),
})
export type ModelManifest = z.infer<typeof modelSchema>
export type NetworkName = keyof ModelManifest['networks']

/** The first model is the house's own choice: new styles are made for it. */
const manifestSchema = z.strictObject({ models: z.array(modelSchema).min(1) })
export type PainterManifest = z.infer<typeof manifestSchema>

/**
 * The manifest of a model folder.
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
 * A model's file, checked against the manifest; these very bytes are then used.
 * @throws PainterError `model_damaged` where the file is missing, cut or altered
 */
export async function readModelFile({ file, sha256 }: ModelFile, folder: string = modelFolder): Promise<Uint8Array> {
  const path = join(folder, file)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new PainterError('model_damaged', `The painter's file ${path} cannot be read.`, { cause: error })
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) {
    throw new PainterError(
      'model_damaged',
      `The painter's file ${path} is damaged: its SHA-256 is ${found}, the manifest says ${sha256}. Restore the file and start again.`,
    )
  }
  return bytes
}
