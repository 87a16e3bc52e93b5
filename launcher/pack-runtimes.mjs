import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/**
 * Packs the WebAssembly of a build once, beside it: `x.wasm.gz`, which the browser unpacks. Packed for everyone who asks, its 14 MB would take
 * a second of a processor each, on the very night when that is asked for.
 *
 * @param {string} distDir the folder of the build
 * @returns {Promise<number>} how many were packed
 */
export async function packRuntimes(distDir) {
  const folder = path.join(distDir, 'static/media')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.wasm'))
  for (const name of names) {
    const file = path.join(folder, name)
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }))
  }
  return names.length
}
