/**
 * `tsx deploy/images/assemble.ts web|worker|setup FOLDER`: puts what a role needs, and nothing else, into an empty folder. Runs in
 * a checkout that is installed, generated and built; the Dockerfile copies the folder into the image.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { describeContents } from './describe-contents'
import { entriesOf } from './entries-of'
import { packageClosure, parseLock } from './package-closure'
import { NEVER, roleNames, roles } from './roles'
import { traceFiles } from './trace-files'

const root = path.resolve(import.meta.dirname, '../..')
const role = z.enum(roleNames).parse(process.argv[2])
const target = path.resolve(z.string().min(1).parse(process.argv[3]))
const { packages, data, without = [] } = roles[role]

const tracedByNext = new Set(data.includes('.next') ? filesOfNextTraces() : [])
const closure = packageClosure(parseLock(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')), packages)
const wanted = new Set([
  ...(await traceFiles(root, entriesOf(root, role))),
  ...tracedByNext,
  ...closure.flatMap(filesUnder),
  ...data.flatMap(filesUnder),
])
const files = withoutBareManifests([...wanted].filter(isWanted).sort())
let bytes = 0
for (const file of files) bytes += copy(file)
fs.writeFileSync(path.join(target, 'sbom.cdx.json'), JSON.stringify(contents(), null, 1))
console.log(`${role}: ${(bytes / 1e6).toFixed(1)} MB in ${target}`)

/** Next notes beside each page which files it loads. */
function filesOfNextTraces(): string[] {
  const notes = filesUnder('.next').filter(
    (file) => /^\.next\/(server\/.*|next-server\.js)\.?nft\.json$/.test(file) && !isLeftOut(file),
  )
  return notes.flatMap((note) => {
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(fs.readFileSync(inRoot(note), 'utf8')))
    return files.map((file) => path.join(path.dirname(note), file))
  })
}

/** The files of a file or folder; links are not followed. A package for another system may be missing. */
function filesUnder(location: string): string[] {
  const stat = fs.lstatSync(inRoot(location), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [location]
  return fs.readdirSync(inRoot(location)).flatMap((name) => filesUnder(path.join(location, name)))
}

function isWanted(file: string): boolean {
  // Chunks that only left out pages load; Next's notes name every other one.
  const isIdle = file.startsWith('.next/server/chunks/') && !tracedByNext.has(file)
  return !isIdle && !isLeftOut(file) && !NEVER.some((pattern) => pattern.test(file)) && fs.existsSync(inRoot(file))
}

function packageOf(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}

/** A trace that meets a path made at run time takes every package.json there is; a package of which nothing else came is not there. */
function withoutBareManifests(all: string[]): string[] {
  const whole = new Set(all.filter((file) => path.basename(file) !== 'package.json').map(packageOf))
  return all.filter((file) => whole.has(packageOf(file)))
}

function isLeftOut(file: string): boolean {
  return without.some((pattern) => pattern.test(file))
}

function copy(file: string): number {
  const to = path.join(target, file)
  fs.mkdirSync(path.dirname(to), { recursive: true })
  const stat = fs.lstatSync(inRoot(file))
  if (stat.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(inRoot(file)), to)
  else if (stat.isFile()) fs.copyFileSync(inRoot(file), to)
  return stat.isFile() ? stat.size : 0
}

/** Every package of which something was taken; folders inside a package have a package.json without a version. */
function contents() {
  const folders = files.flatMap((file) => packageOf(file) ?? [])
  const manifests = [...new Set(folders)]
    .map((folder) => inRoot(path.join(folder, 'package.json')))
    .filter(fs.existsSync)
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')))
  return describeContents({
    product: { name: `vernissage-${role}`, version },
    manifests: manifests.map((file) => fs.readFileSync(file, 'utf8')),
  })
}

function inRoot(file: string): string {
  return path.join(root, file)
}
