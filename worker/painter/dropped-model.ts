import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { bilingualSchema, styleIdSchema } from '@/lib/contracts/common'
import type { Model } from './model'
import { sessionOptions } from './open-session'
import { PainterError } from './painter-error'

const numbersSchema = z.array(z.number())

/** `<name>.json` beside a dropped `<name>.onnx`: whose manners it paints in. */
const descriptionSchema = z.strictObject({
  licence: z.string(),
  /** Paints the photo itself; left out, strength blends pixels. */
  photoCode: numbersSchema.optional(),
  styles: z
    .array(
      z.strictObject({
        id: styleIdSchema,
        title: bilingualSchema,
        artist: bilingualSchema,
        year: z.string(),
        school: z.string(),
        source: z.string(),
        code: numbersSchema.default([]),
      }),
    )
    .min(1),
})
type Description = z.infer<typeof descriptionSchema>

/** Multiples of 4, as whatever is painted, and of nothing more: a network that halves oftener gives another size back. */
const [WIDTH, HEIGHT] = [36, 20]

const refuse = (why: string, cause?: unknown) => new PainterError('model_damaged', why, { cause })

/** One manner, named after the file. */
function plainDescription(name: string): Description {
  const title = { en: name, zh: name }
  const artist = { en: '', zh: '' }
  return { licence: '', styles: [{ id: name, title, artist, year: '', school: '', source: name, code: [] }] }
}

async function readDescription(path: string): Promise<Description | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw refuse(`its description ${basename(path)} cannot be read: ${error.message}`, error)
  })
  if (text === null) return null
  try {
    return descriptionSchema.parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw refuse(`its description ${basename(path)} cannot be used: ${why}`, error)
  }
}

/** Paints a small picture with it, which shows more than any list of names. */
async function tryOut(session: InferenceSession, code: Float32Array | null): Promise<void> {
  const photo = Float32Array.from({ length: 3 * HEIGHT * WIDTH }, (_, i) => ((i * 37) % 256) / 255)
  const feeds: Record<string, Tensor> = { photo: new Tensor('float32', photo, [1, 3, HEIGHT, WIDTH]) }
  if (code) feeds.code = new Tensor('float32', code, [1, code.length])
  const { image } = await session.run(feeds).catch((error: unknown) => {
    throw refuse(
      `it cannot paint a ${WIDTH} x ${HEIGHT} px picture: ${error instanceof Error ? error.message : error}`,
      error,
    )
  })
  if (image?.type !== 'float32' || image.dims.join() !== `1,3,${HEIGHT},${WIDTH}`)
    throw refuse(`its image is ${image?.type} ${image?.dims.join(' x ')}, not float32 1 x 3 x ${HEIGHT} x ${WIDTH}`)
  const values = image.data as Float32Array
  if (!values.every((value) => value > -0.5 && value < 1.5))
    throw refuse('its image is not in 0..1: it must take and give RGB between 0 and 1')
}

/**
 * A network that somebody dropped into the models folder: `photo` (1,3,H,W) in 0..1 and, where it has more than one manner, `code` (1,D)
 * -> `image` (1,3,H,W). Opened and tried before it is believed.
 * @throws PainterError `model_damaged` with the reason, as the rest of "x.onnx is refused: ..."
 */
export async function readDroppedModel(folder: string, file: string): Promise<Model> {
  const name = basename(file, '.onnx')
  if (!styleIdSchema.safeParse(name).success)
    throw refuse('its name must be of small letters, digits and hyphens, 2 to 80 of them')
  const bytes = await readFile(join(folder, file)).catch((error: unknown) => {
    throw refuse(`it cannot be read: ${error instanceof Error ? error.message : error}`, error)
  })
  const session = await InferenceSession.create(bytes, { ...sessionOptions(1), executionProviders: ['cpu'] }).catch(
    (error: unknown) => {
      throw refuse(`onnxruntime cannot open it: ${error instanceof Error ? error.message : error}`, error)
    },
  )
  try {
    const inputs = [...session.inputNames].sort().join(', ')
    if (inputs !== 'code, photo' && inputs !== 'photo')
      throw refuse(`its inputs are ${inputs || 'none'}; wanted are photo and, if it has several manners, code`)
    if (!session.outputNames.includes('image'))
      throw refuse(`its outputs are ${session.outputNames.join(', ')}; wanted is image`)
    const described = await readDescription(join(folder, `${name}.json`))
    if (!described && inputs !== 'photo')
      throw refuse(`it takes a code, and there is no ${name}.json with the codes of its styles`)
    const description = described ?? plainDescription(name)
    const codeLength = description.styles[0]?.code.length ?? 0
    const codes = [
      ...description.styles.map((style) => style.code),
      description.photoCode ?? description.styles[0]?.code ?? [],
    ]
    if (codes.some((code) => code.length !== codeLength)) throw refuse('its codes are not all of one length')
    if (codeLength > 0 !== (inputs !== 'photo')) throw refuse('codes and the input code must come together')
    for (const code of codes) await tryOut(session, codeLength > 0 ? Float32Array.from(code) : null)
    const version = createHash('sha256').update(bytes).update(JSON.stringify(description)).digest('hex').slice(0, 12)
    return {
      name,
      version,
      codeLength,
      target: null,
      photoCode: description.photoCode ? Float32Array.from(description.photoCode) : null,
      styles: description.styles.map(({ code, ...style }) => {
        const numbers = Float32Array.from(code)
        return { ...style, fine: numbers, broad: numbers, target: null }
      }),
      read: async (network) => (network === 'stylizer' ? bytes : null),
      readStudies: async () => null,
    }
  } finally {
    await session.release()
  }
}
