/**
 * What `work` gives, if it gives it within `ms`. The work itself goes on.
 *
 * @param what in the error's message
 * @throws {Error} with the code ETIMEDOUT when it takes longer; people hear of that as `unavailable`
 */
export async function withinTime<T>(work: Promise<T>, ms: number, what = 'the answer'): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(Object.assign(new Error(`${what} took longer than ${ms / 1000} s`), { code: 'ETIMEDOUT' }))
    timer = setTimeout(refuse, Math.max(0, ms))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
