/**
 * `tsx deploy/images/assemble.ts web|worker|setup FOLDER`: puts what a role needs, and nothing else, into an empty folder. Runs in
 * a checkout that is installed, generated and built; the Dockerfile copies the folder into the image.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { describeContents } from './describe-contents'
import { listFiles, packageOf } from './list-files'
import { roleNames } from './roles'

const root = path.resolve(import.meta.dirname, '../..')
const role = z.enum(roleNames).parse(process.argv[2])
const target = path.resolve(z.string().min(1).parse(process.argv[3]))

const files = await listFiles(root, role)
const bytes = files.reduce((sum, file) => sum + copy(file), 0)
fs.writeFileSync(path.join(target, 'sbom.cdx.json'), JSON.stringify(contents(), null, 1))
console.log(`${role}: ${(bytes / 1e6).toFixed(1)} MB in ${target}`)

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
  const folders = new Set(files.flatMap((file) => packageOf(file) ?? []))
  const manifests = [...folders].map((folder) => inRoot(path.join(folder, 'package.json'))).filter(fs.existsSync)
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
