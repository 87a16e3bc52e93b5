const BETA1 = 0.9
const BETA2 = 0.99
const TINY = 1e-9

/** Adam's memory (Kingma and Ba 2015) of the gradients of `length` numbers. */
export class Adam {
  #first: Float32Array
  #second: Float32Array
  #steps = 0

  constructor(length: number) {
    this.#first = new Float32Array(length)
    this.#second = new Float32Array(length)
  }

  /** Takes note of a gradient and turns it, in place, into the step against which to go: each number about 1 at most. */
  turn(gradient: Float32Array): void {
    this.#steps += 1
    const correct1 = 1 / (1 - BETA1 ** this.#steps)
    const correct2 = 1 / (1 - BETA2 ** this.#steps)
    const [first, second] = [this.#first, this.#second]
    for (let i = 0; i < gradient.length; i++) {
      const value = gradient[i] as number
      const m = BETA1 * (first[i] as number) + (1 - BETA1) * value
      const v = BETA2 * (second[i] as number) + (1 - BETA2) * value * value
      first[i] = m
      second[i] = v
      gradient[i] = (m * correct1) / (Math.sqrt(v * correct2) + TINY)
    }
  }
}

/** The rate of a step, 1 to `steps`: from `rate` down to a tenth of it, along a cosine. */
export function rateOf(step: number, { rate, steps }: { rate: number; steps: number }): number {
  return rate * (0.1 + 0.9 * 0.5 * (1 + Math.cos((Math.PI * (step - 1)) / steps)))
}
