import type { Answer } from '../house/send'

/** What a load has seen, call by call. */
export class Figures {
  private readonly answers: Pick<Answer, 'status' | 'ms' | 'error'>[] = []

  note({ status, ms, error }: Pick<Answer, 'status' | 'ms' | 'error'>): void {
    this.answers.push({ status, ms, error })
  }

  get count(): number {
    return this.answers.length
  }

  /** Answers with a status in a range, e.g. 500 to 599; 0 is no answer. */
  between(low: number, high = low): number {
    return this.answers.filter(({ status }) => status >= low && status <= high).length
  }

  /** Milliseconds that a share (0 to 1) of the answers took at most. */
  percentile(share: number): number {
    const times = this.answers.map(({ ms }) => ms).sort((a, b) => a - b)
    return Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  }

  get longest(): number {
    return this.percentile(1)
  }

  /** Why there was no answer, and how often. */
  errors(): string {
    const counts = new Map<string, number>()
    for (const { error } of this.answers) if (error) counts.set(error, (counts.get(error) ?? 0) + 1)
    return [...counts].map(([error, count]) => `${count} ${error}`).join(', ')
  }
}
