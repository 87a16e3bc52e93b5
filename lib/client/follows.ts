/** Who follows what: several listeners may follow the same id, and only the first and the last of them matter to the server. */
export class Follows<Listener extends () => void> {
  private readonly listeners = new Map<string, Set<Listener>>()
  /** Ids whose events the server has promised to send on the present connection. */
  private readonly followed = new Set<string>()

  get size(): number {
    return this.listeners.size
  }

  ids(): string[] {
    return [...this.listeners.keys()]
  }

  has(id: string): boolean {
    return this.listeners.has(id)
  }

  isFollowed(id: string): boolean {
    return this.followed.has(id)
  }

  add(id: string, listener: Listener): void {
    const listeners = this.listeners.get(id) ?? new Set()
    this.listeners.set(id, listeners.add(listener))
  }

  remove(id: string, listener: Listener): void {
    const listeners = this.listeners.get(id)
    listeners?.delete(listener)
    if (listeners?.size === 0) this.listeners.delete(id)
  }

  /** The server sends this id's events from now on. */
  confirm(id: string): void {
    this.followed.add(id)
    this.resync(id)
  }

  /** Has everybody who listens to this id read its snapshot. */
  resync(id: string): void {
    for (const listener of this.listeners.get(id) ?? []) listener()
  }

  /** A new connection: the server knows nothing of what was followed before. */
  forgetFollowed(): void {
    this.followed.clear()
  }

  /** What to tell the server so that it follows exactly what has listeners; ids to leave count as left. */
  difference(): { toFollow: string[]; toLeave: string[] } {
    const toLeave = [...this.followed].filter((id) => !this.listeners.has(id))
    for (const id of toLeave) this.followed.delete(id)
    return { toFollow: this.ids().filter((id) => !this.followed.has(id)), toLeave }
  }
}
