import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { crc32, createDeflate, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files that somebody might send instead of a photo, or as one. */

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })

export const honestJpeg = () => noise(400, 300).jpeg().toBuffer()

const pngMark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function pngChunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function pngHeader(width: number, height: number, bits: number, colourType: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.writeUInt8(bits, 8)
  data.writeUInt8(colourType, 9)
  return pngChunk('IHDR', data)
}

/** A whole and valid PNG of 30,000 x 30,000 px: 0.1 MB here, 900 MB or more once decoded. */
export async function bombPng(): Promise<Buffer> {
  const side = 30_000
  const deflate = createDeflate({ level: 9 })
  const packed = buffer(deflate)
  // One bit a pixel, all of them black; every row begins with the number of its filter.
  const rows = Buffer.alloc(100 * (1 + side / 8))
  for (let row = 0; row < side; row += 100) if (!deflate.write(rows)) await once(deflate, 'drain')
  deflate.end()
  const data = pngChunk('IDAT', await packed)
  return Buffer.concat([pngMark, pngHeader(side, side, 1, 0), data, pngChunk('IEND', Buffer.alloc(0))])
}

/** A PNG whose header promises a size that its data does not have. */
export function lyingPng(width: number, height: number): Buffer {
  const data = pngChunk('IDAT', deflateSync(Buffer.alloc(5)))
  return Buffer.concat([pngMark, pngHeader(width, height, 8, 6), data, pngChunk('IEND', Buffer.alloc(0))])
}

/** A JPEG whose frame header (ITU T.81 B.2.2) says that it is `times` as high as it is. */
export async function lyingJpeg(times: number): Promise<Buffer> {
  const jpeg = await honestJpeg()
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(jpeg.readUInt16BE(frame + 5) * times, frame + 5)
  return jpeg
}

const side = 8
/** Frames under each other, each a shade of its own, so that no encoder leaves one out. */
function strip(frames: number) {
  const pixels = Buffer.alloc(side * side * frames * 3)
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = (Math.floor(at / (side * side * 3)) * 37 + (at % 3) * 80) % 256
  return sharp(pixels, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } })
}
export const movingGif = (frames: number) => strip(frames).gif({ effort: 1 }).toBuffer()
/** A WebP may not be higher than 16,383 px, an animated one neither: its frames are put together from single ones. */
export async function movingWebp(frames: number): Promise<Buffer> {
  const still = await noise(side, side).webp().toBuffer()
  const chunk = (kind: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(kind, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  }
  // RFC 9649 2.7: VP8X with the animation flag, ANIM, then one ANMF a frame around the still picture's own chunk.
  const size = Buffer.from([side - 1, 0, 0, side - 1, 0, 0])
  const extended = chunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), size]))
  const frame = Buffer.concat([Buffer.alloc(6), size, Buffer.from([40, 0, 0, 0]), still.subarray(12)])
  const body = [extended, chunk('ANIM', Buffer.alloc(6)), ...Array.from({ length: frames }, () => chunk('ANMF', frame))]
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...body]))
}

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>',
)
export const html = Buffer.from('<!doctype html><title>cat.png</title><script>alert(1)</script>')
export const php = '<?php system($_GET["c"]); ?>'
/** The shortest ZIP archive: a directory without entries. */
export const zip = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')

/** A JPEG with PHP in a comment (ITU T.81 B.2.4.5) and behind its end. */
export async function phpInJpeg(): Promise<Buffer> {
  const jpeg = await honestJpeg()
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, php.length + 2]), Buffer.from(php)])
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(php)])
}

export const zipInPng = async () => Buffer.concat([await noise(64, 64).png().toBuffer(), zip])

export const camera = 'SecretCamera'
export const author = 'SecretAuthor'
export const place = 'SecretPlace'

/** Camera, place, author, an embedded thumbnail and a colour profile: EXIF and XMP as cameras and programs write them. */
export async function tellingJpeg(): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${author}" dc:coverage="${place}"/></rdf:RDF></x:xmpmeta>`
  const jpeg = await noise(300, 200)
    .withExif({
      IFD0: { Make: camera, Artist: author },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .withXmp(xmp)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  // A thumbnail as Photoshop leaves it, in an APP13 segment.
  const thumbnail = await noise(16, 16).jpeg().toBuffer()
  const told = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), thumbnail, Buffer.from(author)])
  const segment = Buffer.alloc(4)
  segment.writeUInt16BE(0xffed, 0)
  segment.writeUInt16BE(told.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), segment, told, jpeg.subarray(2)])
}
