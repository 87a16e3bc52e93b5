/** A step of a job took longer than it may. The job is tried again; whatever the step still does is fenced off by the order's attempt. */
export class StepTooLong extends Error {
  constructor(step: string, ms: number) {
    super(`${step} took longer than ${ms / 1000} s`)
    this.name = 'StepTooLong'
  }
}

/** The work's own outcome, or StepTooLong after `ms` milliseconds. */
export async function within<T>(step: string, ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StepTooLong(step, ms)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
