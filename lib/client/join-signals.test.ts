import { afterEach, describe, expect, it } from 'vitest'
import { joinSignals } from './join-signals'

const { any } = AbortSignal
const setAny = (value: typeof any | undefined) =>
  value ? Object.assign(AbortSignal, { any: value }) : Reflect.deleteProperty(AbortSignal, 'any')

afterEach(() => void setAny(any))

describe.each([
  ['of its own', any],
  ['without it, as Safari before 17.4', undefined],
])('joined signals, in a browser with AbortSignal.any %s', (_, native) => {
  it('end with the first one, for its reason', () => {
    setAny(native)
    const [a, b] = [new AbortController(), new AbortController()]
    const joined = joinSignals(a.signal, b.signal)
    expect(joined.aborted).toBe(false)
    b.abort('enough')
    a.abort('late')
    expect([joined.aborted, joined.reason]).toEqual([true, 'enough'])
  })

  it('are ended already where one of them is', () => {
    setAny(native)
    const [a, b] = [new AbortController(), new AbortController()]
    a.abort('before')
    b.abort('after')
    expect(joinSignals(a.signal, b.signal).reason).toBe('before')
    expect(joinSignals(new AbortController().signal, b.signal).reason).toBe('after')
  })

  it('say that the time was up where it was', async () => {
    setAny(native)
    const joined = joinSignals(new AbortController().signal, AbortSignal.timeout(1))
    await expect.poll(() => (joined.reason as DOMException | undefined)?.name).toBe('TimeoutError')
  })
})
