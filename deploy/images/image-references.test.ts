import { expect, test } from 'vitest'
import { findReferences, withDigests } from './image-references'

const digest = `sha256:${'a'.repeat(64)}`
const text = [
  'ARG NODE_IMAGE=docker.io/library/node:20.20.2-bookworm-slim',
  'FROM base AS web',
  `image: docker.io/prom/prometheus:v3.5.0@sha256:${'b'.repeat(64)}`,
  'url: http://prometheus:9090',
].join('\n')

test('finds third-party images by version, and nothing else', () => {
  expect(findReferences(text)).toEqual([
    'docker.io/library/node:20.20.2-bookworm-slim',
    'docker.io/prom/prometheus:v3.5.0',
  ])
})

test('puts digests behind versions, over older ones', () => {
  const digests = new Map(findReferences(text).map((reference) => [reference, digest]))
  const pinned = withDigests(text, digests)
  expect(pinned).toContain(`node:20.20.2-bookworm-slim@${digest}\n`)
  expect(pinned).toContain(`prometheus:v3.5.0@${digest}\n`)
  expect(withDigests(pinned, digests)).toBe(pinned)
  expect(findReferences(pinned)).toEqual(findReferences(text))
})
