/** What DNS does for people: a name leads to an address, and who has asked goes there until the answer has expired. */
export class NameServer {
  constructor(
    private address: string,
    /** Longest that an answer is kept by those who asked, ms. */
    readonly ttlMs: number,
  ) {}

  switchTo(address: string): void {
    this.address = address
  }

  /** Somebody who asks, and remembers. */
  resolver(): () => string {
    let [known, expires] = ['', 0]
    return () => {
      if (Date.now() >= expires) [known, expires] = [this.address, Date.now() + this.ttlMs]
      return known
    }
  }
}
