import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Next's own list of what it serves: `/(gallery)/works/[id]/page` -> `/works/[id]`. Written by every build. */
const manifestPath = '.next/app-path-routes-manifest.json'
const manifestSchema = z.record(z.string(), z.string())

interface Known {
  pattern: RegExp
  label: string
}

/** `[id]` stands for one part of an address, `[...rest]` for all that follow. */
function patternOf(route: string): RegExp {
  const parts = route.split('/').map((part) => {
    if (/^\[\[?\.\.\./.test(part)) return '.+'
    return part.startsWith('[') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}/?$`)
}

/** A page by its folder, so that its route group can be told; a route handler as its contract writes it. */
function labelOf(file: string): string {
  if (file.endsWith('/page')) return file.slice(0, -'/page'.length)
  return file.replace(/\/route$/, '').replace(/\[(\w+)\]/g, '{$1}')
}

const holes = (route: string) => route.split('[').length

/**
 * A function from a path (without its query) to the route that serves it, out of a fixed set: what nobody serves is `other`,
 * files are `static`. `manifest` is Next's.
 */
export function routesOf(manifest: Record<string, string>): (path: string) => string {
  const known: Known[] = Object.entries(manifest)
    // An address that is written out goes before one with a hole.
    .sort(([, a], [, b]) => holes(a) - holes(b))
    .map(([file, route]) => ({ pattern: patternOf(route), label: labelOf(file) }))
  return (path) => {
    if (path.startsWith('/_next/')) return 'static'
    const label = known.find(({ pattern }) => pattern.test(path))?.label
    return label ?? (/\.\w{1,8}$/.test(path) ? 'static' : 'other')
  }
}

/** The same for the build that runs; without one (in development) only route handlers, which name themselves, are told apart. */
export function builtRoutes(): (path: string) => string {
  try {
    return routesOf(manifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8'))))
  } catch {
    return routesOf({})
  }
}
