import type { Master } from '@/server/styles/save-masters'
import type { PainterManifest } from './painter/read-manifest'

/** The manifest's styles as the house keeps them: codes as float32 bytes, little-endian. */
export function mastersOf(manifest: PainterManifest): Master[] {
  return manifest.styles.map(({ id, title, artist, year, school, code }) => {
    const bytes = new Uint8Array(code.length * 4)
    const view = new DataView(bytes.buffer)
    for (const [index, value] of code.entries()) view.setFloat32(index * 4, value, true)
    return { id, title, artist, year, school, code: bytes }
  })
}
