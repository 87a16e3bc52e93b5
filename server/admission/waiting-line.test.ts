import { describe, expect, it } from 'vitest'
import { stepLine, type WaitingLine } from './waiting-line'

const second = 1_000
const seen = { rung: 4 as const, lastTicket: 100, ordersPerSecond: 10, at: 0 }

describe('the line at the closed door', () => {
  it('calls nobody while the door is closed', () => {
    const line = stepLine({ served: 40, at: 0 }, { ...seen, at: 60 * second })
    expect(line.served).toBe(40)
  })

  it('calls in the order of coming once it is open, faster than can be painted, up to the last who came', () => {
    let line: WaitingLine = { served: 40, at: 0 }
    line = stepLine(line, { ...seen, rung: 3, at: second })
    expect(line.served).toBe(70)
    line = stepLine(line, { ...seen, rung: 3, at: 60 * second })
    expect(line.served).toBe(100)
  })

  it('goes on where it was when the door closed once more meanwhile', () => {
    let line: WaitingLine = { served: 40, at: 0 }
    line = stepLine(line, { ...seen, rung: 3, lastTicket: 300, at: 2 * second })
    line = stepLine(line, { ...seen, rung: 4, lastTicket: 300, at: 90 * second })
    line = stepLine(line, { ...seen, rung: 3, lastTicket: 300, at: 91 * second })
    expect(line.served).toBe(40 + 60 + 30)
  })

  it('calls a block of tickets a second where nothing was measured, and all of them where nobody needs a ticket or nobody was seen waiting', () => {
    expect(stepLine({ served: 0, at: 0 }, { ...seen, rung: 3, ordersPerSecond: 0, at: 2 * second }).served).toBe(40)
    expect(stepLine({ served: 0, at: 0 }, { ...seen, rung: 1 }).served).toBe(100)
    expect(stepLine(null, { ...seen, rung: 3 }).served).toBe(100)
  })
})
