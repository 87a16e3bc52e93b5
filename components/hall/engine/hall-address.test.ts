import { describe, expect, it } from 'vitest'
import { formatWhereabouts, parseWhereabouts } from './hall-address'

const nowhere = { work: null, at: null, detail: null }

describe('the address of a place in the hall', () => {
  it('reads what it wrote', () => {
    const places = [
      nowhere,
      { ...nowhere, work: 'a-1' },
      { ...nowhere, at: { x: -1.25, z: 3, yaw: 1.57, pitch: 0 } },
      { work: 'a-1', at: { x: 1, z: 2, yaw: -0.5, pitch: 0.31 }, detail: null },
      { work: 'a-1', at: null, detail: [12.5, 0, 25, 33.33] as const },
    ]
    for (const place of places) expect(parseWhereabouts(`?${formatWhereabouts(place)}`)).toEqual(place)
  })

  it('can be read by people', () => {
    expect(formatWhereabouts({ work: 'w', at: null, detail: [10, 20, 30, 40] })).toBe('work=w&detail=10,20,30,40')
  })

  it.each(['at=1,2', 'at=1,2,x', 'at=1e9,0,0', 'at=1,2,3,4,5', 'detail=90,0,20,10', 'detail=1,1,0,5', 'detail=,,,'])(
    'leaves out what makes no sense: %s',
    (query) => {
      expect(parseWhereabouts(`?${query}`)).toEqual(nowhere)
    },
  )

  it('keeps the rest of the query', () => {
    expect(formatWhereabouts(nowhere, '?follow=guide&work=old')).toBe('follow=guide')
  })
})
