import type { Bilingual } from '@/lib/contracts/common'
import { fail } from '@/server/platform/errors'
import { type Json, list, objects, readText, text } from './iiif-json'
import { readMetadata } from './iiif-metadata'

export interface ManifestWork {
  /** The canvas. */
  id: string
  title: Bilingual
  artist: Bilingual
  year: string
  medium: Bilingual
  /** Addresses to try in turn for its picture. */
  pictures: string[]
  /** As the manifest says; 0 where it does not. */
  width: number
  height: number
  rights: string
  credit: Bilingual
}

export interface Manifest {
  title: Bilingual
  summary: Bilingual
  rights: string
  credit: Bilingual
  works: ManifestWork[]
}

/** Longest side that is asked for, px: what the house keeps (normalise-original). */
const LONGEST = 8192
const nothing: Bilingual = { en: '', zh: '' }

/**
 * A IIIF manifest, Presentation API 2.x or 3.0, as works: one for each canvas with a picture.
 *
 * @throws {HouseError} manifest_unreadable
 */
export function readManifest(json: unknown): Manifest {
  const [manifest] = objects(json)
  const isThree = manifest?.type === 'Manifest'
  if (!manifest || (!isThree && manifest['@type'] !== 'sc:Manifest')) return fail('manifest_unreadable')
  const title = readText(manifest.label) ?? { en: 'Untitled', zh: '无题' }
  const about = readMetadata(manifest.metadata)
  const rights = text(isThree ? manifest.rights : list(manifest.license)[0])
  const credit = readText(isThree ? objects(manifest.requiredStatement)[0]?.value : manifest.attribution) ?? nothing
  const canvases = objects(isThree ? manifest.items : objects(manifest.sequences)[0]?.canvases)
  const works = canvases.flatMap((canvas) => {
    const pictures = isThree ? picturesOfThree(canvas) : picturesOfTwo(canvas)
    const id = text(canvas.id ?? canvas['@id'])
    if (!id || pictures.length === 0) return []
    const own = readMetadata(canvas.metadata)
    return {
      id,
      title: titleOf(title, readText(canvas.label), canvases.length),
      artist: own.artist ?? about.artist ?? nothing,
      year: own.year ?? about.year ?? '',
      medium: own.medium ?? about.medium ?? nothing,
      pictures,
      width: Number(canvas.width) || 0,
      height: Number(canvas.height) || 0,
      rights: text(isThree ? canvas.rights : canvas.license) || rights,
      credit: readText(isThree ? objects(canvas.requiredStatement)[0]?.value : canvas.attribution) ?? credit,
    }
  })
  if (works.length === 0) fail('manifest_unreadable')
  const summary = readText(isThree ? manifest.summary : manifest.description) ?? nothing
  return { title, summary, rights, credit, works }
}

/** A manifest of one picture is that work; of several, their names belong to it, and numbers alone are no names. */
function titleOf(manifest: Bilingual, canvas: Bilingual | null, count: number): Bilingual {
  if (count === 1 || !canvas) return manifest
  const isName = /\p{L}{3}/u.test(canvas.en) || /\p{Script=Han}/u.test(canvas.en)
  if (isName) return canvas
  return { en: `${manifest.en}, ${canvas.en}`, zh: `${manifest.zh}，${canvas.zh}` }
}

/** Presentation 3.0, 5.3 and 5.6: canvas, annotation page, painting annotation, body; of a choice the first. */
function picturesOfThree(canvas: Json): string[] {
  const annotations = objects(canvas.items).flatMap((page) => objects(page.items))
  const bodies = annotations.flatMap(({ body }) => objects(body))
  const bodyOf = (body: Json) => (body.type === 'Choice' ? objects(body.items)[0] : body)
  const image = bodies.map(bodyOf).find((body) => body?.type === 'Image')
  return image ? addressesOf(image, text(image.id)) : []
}

/** Presentation 2.1, 5.4: canvas, images, resource. */
function picturesOfTwo(canvas: Json): string[] {
  const choice = objects(objects(canvas.images)[0]?.resource)[0]
  const image = choice?.['@type'] === 'oa:Choice' ? objects(choice.default)[0] : choice
  return image ? addressesOf(image, text(image['@id'])) : []
}

/** By its image service, as large as is of use, else whole as it lies there (Image API 3.0, 4.2; 2.1, 4.2: `w,` is level 1). */
function addressesOf(image: Json, plain: string): string[] {
  const service = objects(image.service)[0]
  const base = text(service?.id ?? service?.['@id']).replace(/\/$/, '')
  if (!base) return plain ? [plain] : []
  const isThree = /ImageService3/.test(text(service?.type)) || /image\/3\//.test(text(service?.['@context']))
  const whole = isThree ? 'max' : 'full'
  const size =
    Math.max(Number(image.width) || 0, Number(image.height) || 0) > LONGEST ? `${widthWithin(image)},` : whole
  const asked = `${base}/full/${size}/0/default.jpg`
  return plain && plain !== asked ? [asked, plain] : [asked]
}

function widthWithin(image: Json): number {
  const [width, height] = [Number(image.width), Number(image.height)]
  return Math.floor(width * (LONGEST / Math.max(width, height)))
}
