import fs from 'node:fs'
import path from 'node:path'
import { nodeFileTrace, resolve as resolvePackage } from '@vercel/nft'
import { transform } from 'esbuild'

const TYPESCRIPT = /\.tsx?$/
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts']

/**
 * Every file that the entries load, packages included, relative to `root`. TypeScript is read as tsx reads it, with `@/` for the
 * project's folder.
 *
 * @param ignore globs, or a test, of what is neither read nor listed
 * @throws {Error} when a file of ours imports one that is not there
 */
export async function traceFiles(
  root: string,
  entries: string[],
  ignore: string[] | ((file: string) => boolean) = [],
): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    entries.map((entry) => path.join(root, entry)),
    {
      base: root,
      processCwd: root,
      mixedModules: true,
      ignore,
      readFile: readAsJavaScript,
      resolve: async (id, parent, job, isRequired) => {
        const isOurs = TYPESCRIPT.test(parent) && (id.startsWith('@/') || id.startsWith('.'))
        return isOurs ? ourFile(root, id, parent) : resolvePackage(id, parent, job, isRequired)
      },
    },
  )
  return [...fileList].sort()
}

async function readAsJavaScript(file: string): Promise<string | Buffer | null> {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return null
  const bytes = fs.readFileSync(file)
  if (!TYPESCRIPT.test(file)) return bytes
  const { code } = await transform(bytes.toString(), { loader: 'ts', format: 'esm', tsconfigRaw: '{}' })
  return code
}

function ourFile(root: string, id: string, parent: string): string {
  const base = id.startsWith('@/') ? path.join(root, id.slice(2)) : path.resolve(path.dirname(parent), id)
  const file = ENDINGS.map((ending) => base + ending).find((each) =>
    fs.statSync(each, { throwIfNoEntry: false })?.isFile(),
  )
  if (!file) throw new Error(`${path.relative(root, parent)} imports ${id}, which is not there.`)
  return file
}
