import { describe, expect, it } from 'vitest'
import { planSuite } from './suite'
import { sightOf } from './visible-rooms'

const works = [120, 100, 90, 160, 80]
const view = 0.6

function seen(count: number, from: number, x: number, z: number, yaw: number): number[] {
  const plans = planSuite(Array.from({ length: count }, () => ({ widthsCm: works })))
  const marks = new Uint8Array(plans.length)
  const entrance = plans[from]?.entrance.at ?? [0, 0]
  sightOf(plans).see(marks, from, entrance[0] + x, entrance[1] + z, yaw, view, view)
  return [...marks]
}

describe('sightOf', () => {
  it('looks through a whole row of rooms from the entrance', () => {
    expect(seen(3, 0, 0, 0, 0)).toEqual([1, 1, 1])
  })

  it('sees nothing of the next room when one turns to a wall', () => {
    expect(seen(3, 0, 0, 0, Math.PI / 2)).toEqual([1, 0, 0])
  })

  it('sees the next room but not the one after it from the side', () => {
    expect(seen(3, 0, -2, -3, -0.6)).toEqual([1, 1, 0])
  })

  it('sees both rooms from the door between them, whichever way one looks', () => {
    expect(seen(2, 1, 0, 1.1, Math.PI / 2)).toEqual([1, 1])
  })

  it('sees no farther than the first corner of a round', () => {
    expect(seen(4, 0, 0, 0, 0)).toEqual([1, 1, 0, 0])
  })
})
