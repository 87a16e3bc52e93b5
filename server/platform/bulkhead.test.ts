import { expect, it } from 'vitest'
import { Bulkhead } from './bulkhead'

function held() {
  let release = () => {}
  const work = () => new Promise<void>((resolve) => (release = resolve))
  return { work, release: () => release() }
}

it('lets so many through, keeps so many waiting, and refuses the next', async () => {
  process.env.DATABASE_URL ??= 'postgres://127.0.0.1/none'
  const bulkhead = new Bulkhead({ size: 1, waiting: 1 })
  const [first, second] = [held(), held()]
  const one = bulkhead.run(first.work)
  const two = bulkhead.run(second.work)
  await expect(bulkhead.run(async () => {})).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 })
  first.release()
  await one
  await expect(Promise.race([two, Promise.resolve('still at work')])).resolves.toBe('still at work')
  second.release()
  await two
  await expect(bulkhead.run(async () => 'free again')).resolves.toBe('free again')
})

it('frees the place of work that fails', async () => {
  const bulkhead = new Bulkhead({ size: 1, waiting: 0 })
  await expect(bulkhead.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(bulkhead.run(async () => 1)).resolves.toBe(1)
})
