import { describe, expect, test } from 'vitest'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { findNeighbours } from './neighbours'

/** Two rooms: a, b | c. Only what the function reads is real. */
const exhibition = {
  rooms: [['a', 'b'], [], ['c']].map((ids) => ({ hangings: ids.map((id) => ({ artwork: { id } as ArtworkView })) })),
} as Pick<ExhibitionView, 'rooms'>

describe('findNeighbours', () => {
  test('walks on from one room into the next', () => {
    const found = findNeighbours(exhibition, 'b')
    expect(found?.previous?.id).toBe('a')
    expect(found?.next?.id).toBe('c')
    expect(found).toMatchObject({ position: 2, count: 3 })
  })

  test('ends at both ends', () => {
    expect(findNeighbours(exhibition, 'a')?.previous).toBeNull()
    expect(findNeighbours(exhibition, 'c')?.next).toBeNull()
  })

  test('knows a work that hangs elsewhere', () => {
    expect(findNeighbours(exhibition, 'z')).toBeNull()
  })
})
