/**
 * `npx tsx deploy/images/pin-digests.ts [--check]`: asks each registry for the digest of every third-party image that the Dockerfiles
 * and the Compose files name by version, and writes it behind the version, over the one that stands there. Needs the network; run it
 * where there is one, look at the difference, and commit it. `--check` writes nothing and ends with 1 where a digest is missing or another
 * one; it is another one, too, where a version has been built anew since. Where the present ones come from: docs/decisions/0212.
 */
import fs from 'node:fs'
import path from 'node:path'
import { digestOf } from './digest-of'
import { findReferences, withDigests } from './image-references'

const root = path.resolve(import.meta.dirname, '../..')
const FILES = ['Dockerfile', 'deploy/nginx/Dockerfile', 'deploy/compose/compose.yaml', 'deploy/compose/gpu.yaml']
const isCheck = process.argv.includes('--check')

const texts = FILES.map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }))
const references = [...new Set(texts.flatMap(({ text }) => findReferences(text)))]
const digests = new Map<string, string>()
for (const reference of references) {
  const digest = await digestOf(reference)
  digests.set(reference, digest)
  const isPinned = texts.every(({ text }) => withDigests(text, new Map([[reference, digest]])) === text)
  console.log(`${reference} ${digest}${isPinned ? '' : ', which is not what stands here'}`)
}
const stale = texts.filter(({ text }) => withDigests(text, digests) !== text)
for (const { file, text } of isCheck ? [] : stale) fs.writeFileSync(path.join(root, file), withDigests(text, digests))
for (const { file } of stale) console.log(`${file}: ${isCheck ? 'not pinned, or to something else' : 'written'}`)
process.exitCode = isCheck && stale.length > 0 ? 1 : 0
