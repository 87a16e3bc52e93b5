import { describe, expect, it } from 'vitest'
import { type AskedPicture, nextPicture, nextRetry } from './picture-order'

const picture = (wish: Partial<AskedPicture>): AskedPicture => ({
  shown: -1,
  wanted: 0,
  coming: -1,
  arrived: null,
  size: 0,
  distance: 3,
  ahead: 1,
  retryAt: 0,
  ...wish,
})

/** The order in which pictures are had, one at a time: each is on the wall before the next one is asked for. */
function order(pictures: AskedPicture[], mayHave = (_: number) => true): string[] {
  const had: string[] = []
  for (let next = nextPicture(pictures, 0, mayHave); next >= 0; next = nextPicture(pictures, 0, mayHave)) {
    const asked = pictures[next] as AskedPicture
    asked.shown = asked.shown < 0 ? 0 : asked.wanted
    had.push(`${next}:${asked.shown}`)
  }
  return had
}

describe('the order in which pictures are asked for', () => {
  it('makes sharp what one stands before, then shows all that can be seen, then sharpens it, then goes on to what is hidden', () => {
    const hidden = picture({ distance: 9 })
    const behind = picture({ distance: 1 })
    const small = picture({ size: 80 })
    const large = picture({ size: 600, wanted: 1 })
    const before = picture({ size: 900, wanted: 1 })
    expect(order([hidden, behind, small, large, before])).toEqual(['4:0', '4:1', '3:0', '2:0', '3:1', '1:0', '0:0'])
  })

  it('takes for what one stands before what one looks at, however large what hangs beside one is', () => {
    const beside = picture({ size: 1_200, wanted: 1, ahead: 0.2 })
    const before = picture({ size: 500, wanted: 1 })
    expect(order([beside, before])).toEqual(['1:0', '1:1', '0:0', '0:1'])
  })

  it('asks for others while one is on its way, or has come and is not on the wall yet', () => {
    const before = picture({ size: 900, wanted: 1, coming: 0 })
    const beside = picture({ size: 300, arrived: {} })
    const far = picture({ size: 100 })
    expect(nextPicture([before, beside, far], 0, () => true)).toBe(2)
    expect(nextPicture([before, beside], 0, () => true)).toBe(-1)
  })

  it('leaves out what there is no room for, and what is as fine as it is wanted', () => {
    const fine = picture({ size: 900, shown: 1, wanted: 1 })
    expect(order([fine, picture({ size: 500 }), picture({ size: 300 })], (index) => index !== 1)).toEqual(['2:0'])
  })

  it('waits with what failed until its time has come', () => {
    const pictures = [picture({ size: 900, retryAt: 2_000 }), picture({ size: 10 })]
    expect(nextPicture(pictures, 1_999, () => true)).toBe(1)
    expect(nextPicture(pictures, 2_000, () => true)).toBe(0)
  })
})

describe('asking again', () => {
  it('is due for the one that waits the least, whichever failed last', () => {
    const [a, b] = [{ retryAt: 2_000 }, { retryAt: 60_500 }]
    expect(nextRetry([a, b], 500)).toBe(2_000)
    expect(nextRetry([b, a], 500)).toBe(2_000)
  })

  it('is then due for the others, and for none that waits no more', () => {
    const pictures = [{ retryAt: 0 }, { retryAt: 2_000 }, { retryAt: 60_500 }]
    expect(nextRetry(pictures, 2_020)).toBe(60_500)
    expect(nextRetry(pictures, 60_520)).toBe(Number.POSITIVE_INFINITY)
  })
})
