import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

export type Lock = z.infer<typeof lockSchema>

export function parseLock(json: string): Lock {
  return lockSchema.parse(JSON.parse(json))
}

/**
 * Folders of these packages and of all that they need, by package-lock.json; optional ones too, as far as the lock has them. A
 * package is looked up as Node does it: beside the one that asks, then further out.
 *
 * @throws {Error} when the lock lacks one that is asked for
 */
export function packageClosure(lock: Lock, names: string[]): string[] {
  const found = new Set<string>()
  const visit = (name: string, from: string, isOptional: boolean) => {
    const folder = candidates(name, from).find((each) => each in lock.packages)
    if (!folder && isOptional) return
    if (!folder) throw new Error(`package-lock.json has no ${name}, which ${from || 'the image'} needs.`)
    if (found.has(folder)) return
    found.add(folder)
    const { dependencies, optionalDependencies } = lock.packages[folder] ?? {}
    for (const each of Object.keys(dependencies ?? {})) visit(each, folder, false)
    for (const each of Object.keys(optionalDependencies ?? {})) visit(each, folder, true)
  }
  for (const name of names) visit(name, '', false)
  return [...found].sort()
}

/** `node_modules/a/node_modules/b` asks for c: within b, then within a, then at the top. */
function candidates(name: string, from: string): string[] {
  const own = from ? `${from}/node_modules/${name}` : `node_modules/${name}`
  return from ? [own, ...candidates(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))))] : [own]
}
