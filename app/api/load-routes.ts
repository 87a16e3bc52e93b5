import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { routes } from '@/lib/contracts/routes'
import type { FindRoute } from '@/server/http/beside-next'
import type { RouteHandler } from '@/server/http/route'

const HOLE = /\{(\w+)\}/g

interface Place {
  /** Matches a path, and names what stands in its holes. */
  pattern: RegExp
  handlers: Record<string, RouteHandler>
}

/** Next's own convention: the file of `/api/artworks/{id}` is `app/api/artworks/[id]/route.ts`. */
async function placeOf(address: string): Promise<Place> {
  const file = path.resolve(`app${address.replace(HOLE, '[$1]')}/route.ts`)
  const pattern = new RegExp(`^${address.replaceAll('.', '\\.').replace(HOLE, '(?<$1>[^/]+)')}$`)
  return { pattern, handlers: await import(pathToFileURL(file).href) }
}

function decoded(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    return null
  }
}

/** Every route of the interface, from its own file, for a server without Next or beside it. */
export async function loadRoutes(): Promise<FindRoute> {
  const addresses = [...new Set(Object.values(routes).map((route) => route.path))]
  const places = await Promise.all(addresses.map(placeOf))
  const written = new Map(addresses.map((address, index) => [address, places[index]?.handlers]))
  const withHoles = places.filter((_, index) => addresses[index]?.includes('{'))
  return (asked) => {
    const handlers = written.get(asked)
    if (handlers) return { handlers, params: {} }
    for (const { pattern, handlers } of withHoles) {
      const match = pattern.exec(asked)
      const params = match && decoded(match.groups ?? {})
      if (params) return { handlers, params }
    }
    return null
  }
}
