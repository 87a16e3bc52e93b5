/**
 * One instance a process, however often a module is loaded: Next bundles its own copy of server/ beside the one that the
 * custom server loads, and both must meet at the same sockets, queue and pools.
 */
export function shared<T>(name: string, create: () => T): T {
  const shelf = globalThis as typeof globalThis & { vernissage?: Map<string, unknown> }
  shelf.vernissage ??= new Map()
  if (!shelf.vernissage.has(name)) shelf.vernissage.set(name, create())
  return shelf.vernissage.get(name) as T
}
