import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { modelFolder, readManifest } from './read-manifest'

const MOST_BYTES = 16 * 1024 * 1024
/** What onnxruntime-web of browsers, and every provider of a card, can run. */
const LATEST_OPSET = 17
/** Greatest difference to the network that was trained. */
const MOST_DIFFERENCE = 2e-3
const LEAST_MASTERS = 24
const chinese = /\p{Script=Han}/u

/** The fields of a protobuf message (https://protobuf.dev/programming-guides/encoding): whole numbers, or bytes. */
function* fieldsOf(bytes: Uint8Array): Generator<[field: number, value: number | Uint8Array]> {
  let at = 0
  const varint = () => {
    for (let value = 0, place = 1; ; place *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * place
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const [field, type] = [Math.floor(key / 8), key % 8]
    if (type === 0) yield [field, varint()]
    else {
      const length = type === 2 ? varint() : type === 1 ? 8 : 4
      yield [field, bytes.subarray(at, at + length)]
      at += length
    }
  }
}

/** The set of operators that a network is written in: ModelProto.opset_import (8), version (2). */
function opsetsOf(network: Uint8Array): number[] {
  return [...fieldsOf(network)]
    .filter(([field]) => field === 8)
    .flatMap(([, opset]) => (opset instanceof Uint8Array ? [...fieldsOf(opset)] : []))
    .flatMap(([field, version]) => (field === 2 && typeof version === 'number' ? [version] : []))
}

const { models } = await readManifest()
const filesOf = ({ networks, numbers, studies }: (typeof models)[number]) => [
  ...Object.values(networks),
  numbers,
  ...(studies ? [studies] : []),
]

it('are 16 MiB at most, all together, and as long as the manifest says', async () => {
  const files = models.flatMap(filesOf)
  for (const { file, bytes } of files) expect((await stat(join(modelFolder, file))).size, file).toBe(bytes)
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES)
})

it('are written in operators that every provider knows', async () => {
  for (const { networks } of models) {
    for (const { file } of Object.values(networks)) {
      const opsets = opsetsOf(await readFile(join(modelFolder, file)))
      expect(opsets.length, file).toBeGreaterThan(0)
      expect(Math.max(...opsets), file).toBeLessThanOrEqual(LATEST_OPSET)
    }
  }
})

it('give what was trained: the greatest difference of each network was measured', () => {
  for (const { networks, parity } of models) {
    for (const name of Object.keys(networks)) expect(parity, name).toHaveProperty(name)
    for (const [name, difference] of Object.entries(parity))
      expect(difference, name).toBeLessThanOrEqual(MOST_DIFFERENCE)
  }
})

it('paint in at least 24 manners of masters, each with its title and artist in English and Chinese', () => {
  const styles = models.flatMap((model) => model.styles)
  expect(new Set(styles.map(({ id }) => id)).size).toBeGreaterThanOrEqual(LEAST_MASTERS)
  for (const { id, title, artist } of styles) {
    for (const words of [title, artist]) {
      expect(words.en.trim(), id).not.toBe('')
      expect(words.zh, id).toMatch(chinese)
    }
  }
})
