import { expect, test } from 'vitest'
import { tooOldNode } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '21.0.0', '22.3.1', '100.0.0'])('Node %s is new enough', (version) => {
  expect(tooOldNode(version)).toBeUndefined()
})

test.each(['20.18.3', '18.20.0', '8.0.0'])('Node %s is too old, in one sentence', (version) => {
  expect(tooOldNode(version)).toBe(
    `Vernissage needs Node 20.19 or newer, and this is ${version}: install it from https://nodejs.org.`,
  )
})
