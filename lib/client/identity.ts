type Listener = (change: IdentityChange) => void
/** `arrived`: signed in or signed up. `left`: signed out. */
export type IdentityChange = 'arrived' | 'left'

const listeners = new Set<Listener>()

/** What was read for one person (marks, a socket's session) is stale once somebody else is looking: be told of it. */
export function onIdentityChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announceIdentityChange(change: IdentityChange): void {
  for (const listener of listeners) listener(change)
}
