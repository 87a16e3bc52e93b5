import { availableParallelism } from 'node:os'
import type { InferenceSession } from 'onnxruntime-node'
import { mixCodes } from './apply-strength'
import { openSession } from './open-session'
import { paintOnce } from './paint-once'
import { PainterError } from './painter-error'
import { type PainterManifest, readManifest, readModel } from './read-manifest'
import { resizePicture } from './resize-picture'
import type { RgbPicture } from './rgb-picture'
import { layersOf } from './stages'

export interface PictureRequest {
  /** Eight-bit sRGB, three bytes a pixel. */
  rgb: Uint8Array
  width: number
  height: number
  /** A master's id, or a code. */
  style: string | Float32Array
  /** 0 (the picture as it is) to 1 (the full painting, if left out). */
  strength?: number
  keepColours?: boolean
  /** Of the canvas' grain; 0 where left out. */
  seed?: number
  /** Long side of the result, px; the picture's own where left out. */
  longSide?: number
}

export interface PaintedPicture {
  rgb: Uint8Array
  width: number
  height: number
  modelName: string
  modelVersion: string
}

interface Studio {
  manifest: PainterManifest
  session: InferenceSession
}

let studio: Promise<Studio> | undefined

async function openStudio(): Promise<Studio> {
  const manifest = await readManifest()
  const { session } = await openSession(await readModel(manifest), ['cpu'], availableParallelism())
  return { manifest, session }
}

/**
 * Paints one picture in this very thread: for scripts. Servers use createPainter, which does not block.
 * @throws PainterError `style_missing` for an unknown style
 */
export async function paintPicture(request: PictureRequest): Promise<PaintedPicture> {
  studio ??= openStudio()
  const { manifest, session } = await studio
  const { style, strength = 1, keepColours = false, seed = 0 } = request
  const code = typeof style === 'string' ? manifest.styles.find(({ id }) => id === style)?.code : style
  if (code?.length !== manifest.codeLength) throw new PainterError('style_missing', `There is no style ${style}.`)
  const own: RgbPicture = { data: request.rgb, width: request.width, height: request.height }
  const picture = await resizePicture(own, request.longSide ?? Math.max(own.width, own.height))
  const manner = { code: mixCodes(manifest.photoCode, code, strength), strength, keepColours, seed }
  let painted: RgbPicture | null = null
  for (const layer of layersOf(Math.max(picture.width, picture.height))) {
    painted = await paintOnce(session, await resizePicture(picture, layer), manner, painted)
  }
  if (!painted) throw new Error('A painting has at least one layer.')
  const { name: modelName, version: modelVersion } = manifest
  return { rgb: painted.data, width: painted.width, height: painted.height, modelName, modelVersion }
}
