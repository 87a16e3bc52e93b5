import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Of a file that starts with it, browsers with V8 compile every function beside the page, while it comes, and none again when it is called. */
export const hint = '//# allFunctionsCalledOnLoad\n'

/** Larger files are libraries (three.js, the deep zoom) of which a page calls little, bytes. */
const LARGEST = 256 * 1024

/**
 * Marks the scripts of a build for compilation ahead (docs/decisions/0226). Other browsers take the mark for a comment.
 *
 * @param {string} distDir the folder of the build
 * @returns {Promise<number>} how many were marked
 */
export async function compileAhead(distDir) {
  const folder = path.join(distDir, 'static/chunks')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'))
  let marked = 0
  for (const name of names) {
    const file = path.join(folder, name)
    const script = await readFile(file, 'utf8')
    if (Buffer.byteLength(script) > LARGEST || script.startsWith(hint)) continue
    await writeFile(file, hint + script)
    marked++
  }
  return marked
}
