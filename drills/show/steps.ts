/** What one step of the show saw. */
export interface StepResult {
  name: string
  seen: string
  isOk: boolean
  seconds: number
}

/** Runs steps in order, prints each as it ends, and stops at the first that fails. */
export class Steps {
  readonly results: StepResult[] = []

  /** @returns what the step gives on; `seen` is its sentence, with figures */
  async run<T>(name: string, work: () => Promise<{ seen: string; value: T }>): Promise<T> {
    const began = performance.now()
    const note = (seen: string, isOk: boolean) => {
      const seconds = Math.round((performance.now() - began) / 100) / 10
      this.results.push({ name, seen, isOk, seconds })
      console.log(`  ${isOk ? 'ok    ' : 'FAILED'} ${name} (${seconds} s): ${seen}`)
    }
    try {
      const { seen, value } = await work()
      note(seen, true)
      return value
    } catch (error) {
      note(error instanceof Error ? error.message : String(error), false)
      throw error
    }
  }

  get isOk(): boolean {
    return this.results.every(({ isOk }) => isOk)
  }

  table(): string {
    const rows = this.results.map(
      ({ name, seen, isOk, seconds }) =>
        `| ${name} | ${seen.split('\n')[0]} | ${isOk ? 'ok' : 'FAILED'} | ${seconds} |`,
    )
    return ['', '| step | seen | ok | s |', '|---|---|---|---|', ...rows, ''].join('\n')
  }
}

/** For a step to say that something is not as it should be. */
export function insist(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}
