import fs from 'node:fs'
import path from 'node:path'
import { type RoleName, roles } from './roles'

/** The files that Node loads first in a role, those included that a process finds by their place: routes, by the address that they answer. */
export function entriesOf(root: string, role: RoleName): string[] {
  const { entries, routes } = roles[role]
  return routes ? [...entries, ...routeFiles(root, routes)] : entries
}

function routeFiles(root: string, folder: string): string[] {
  const found = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  return found
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.join(folder, file))
    .sort()
}
