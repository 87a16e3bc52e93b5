import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findReferences } from './image-references'

const root = path.resolve(import.meta.dirname, '../..')
const inDeploy = fs.readdirSync(path.join(root, 'deploy'), { recursive: true, encoding: 'utf8' })
/** Whatever an engine or a cluster takes the name of an image from. */
const files = ['Dockerfile', ...inDeploy.map((name) => path.join('deploy', name))].filter((file) =>
  /(^|\/)Dockerfile$|\.ya?ml$/.test(file),
)
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const named = files.flatMap((file) => findReferences(read(file)).map((reference) => ({ file, reference })))

/** What stands behind a version wherever it is named; '' where nothing does. */
function digestsOf(reference: string): string[] {
  const behind = files.flatMap((file) => read(file).split(reference).slice(1))
  // A longer version that begins like this one is another.
  const ofThis = behind.filter((text) => !/^[\w.-]/.test(text))
  return ofThis.map((text) => /^@(sha256:[0-9a-f]{64})(?!\w)/.exec(text)?.[1] ?? '')
}

test('looks at what starts the house', () => {
  expect(files).toEqual(expect.arrayContaining(['deploy/nginx/Dockerfile', 'deploy/compose/gpu.yaml']))
  expect(named.length).toBeGreaterThanOrEqual(15)
})

test.each(named)('$file: $reference has a digest, and the same wherever it is named', ({ reference }) => {
  const digests = new Set(digestsOf(reference))
  expect([...digests]).toEqual([expect.stringMatching(/^sha256:/)])
})

test('an image is named in one version, and no two images by one digest', () => {
  const references = [...new Set(named.map(({ reference }) => reference))]
  const names = references.map((reference) => reference.slice(0, reference.lastIndexOf(':')))
  expect(names).toEqual([...new Set(names)])
  const digests = references.flatMap((reference) => [...new Set(digestsOf(reference))])
  expect(digests).toEqual([...new Set(digests)])
})

test('pin-digests.ts asks for every file that names one', () => {
  const source = read('deploy/images/pin-digests.ts')
  for (const { file } of named) expect(source).toContain(`'${file}'`)
})
