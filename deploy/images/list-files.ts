import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { entriesOf } from './entries-of'
import { packageClosure, parseLock } from './package-closure'
import { NEVER, type RoleName, roles } from './roles'
import { traceFiles } from './trace-files'

/** Everything that a role's image holds, relative to `root`: a checkout that is installed and generated, and built where pages are served. */
export async function listFiles(root: string, role: RoleName): Promise<string[]> {
  const { packages, data, without = [] } = roles[role]
  const isLeftOut = (file: string) => without.some((pattern) => pattern.test(file))
  const byNext = new Set(data.includes('.next') ? filesOfNextTraces(root, isLeftOut) : [])
  const lock = parseLock(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const whole = [...packageClosure(lock, packages), ...data].flatMap((location) => filesUnder(root, location))
  const isNever = (file: string) => NEVER.some((pattern) => pattern.test(file))
  // What is left out is not read either: what it alone would load is not needed.
  const traced = await traceFiles(root, entriesOf(root, role), isNever)
  const all = new Set([...traced, ...byNext, ...whole])
  const isWanted = (file: string) => {
    // Chunks that only left out pages load; Next's notes name every other one.
    const isIdle = file.startsWith('.next/server/chunks/') && !byNext.has(file)
    return !isIdle && !isLeftOut(file) && !isNever(file)
  }
  return withoutBareManifests([...all].filter((file) => isWanted(file) && fs.existsSync(path.join(root, file))).sort())
}

/** The folder of the package that a file belongs to. */
export function packageOf(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}

/** Next notes beside each page which files it loads. */
function filesOfNextTraces(root: string, isLeftOut: (file: string) => boolean): string[] {
  const notes = filesUnder(root, '.next').filter(
    (file) => /^\.next\/(server\/.*|next-server\.js)\.?nft\.json$/.test(file) && !isLeftOut(file),
  )
  return notes.flatMap((note) => {
    const text = fs.readFileSync(path.join(root, note), 'utf8')
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(text))
    return files.map((file) => path.join(path.dirname(note), file))
  })
}

/** The files of a file or folder; links are not followed. A package for another system may be missing. */
function filesUnder(root: string, location: string): string[] {
  const stat = fs.lstatSync(path.join(root, location), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [location]
  return fs.readdirSync(path.join(root, location)).flatMap((name) => filesUnder(root, path.join(location, name)))
}

/** A trace that meets a path made at run time takes every package.json there is; a package of which nothing else came is not there. */
function withoutBareManifests(all: string[]): string[] {
  const whole = new Set(all.filter((file) => path.basename(file) !== 'package.json').map(packageOf))
  return all.filter((file) => whole.has(packageOf(file)))
}
