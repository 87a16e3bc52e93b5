import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Tables of who may do what. Each row is carried out as everybody that there is. */
const tables = [
  'server/accounts/roles.int.test.ts',
  'server/accounts/own-things.int.test.ts',
  'server/desk/permissions.int.test.ts',
]
const asks =
  /\b(requireRole|requireAccount|requireEditor|requireDeskAction|requireRoomAction|holdExhibition|holdRoom|holdRoomToHang|lockTour)\(/

/** Asks who somebody is without being a verb of its own, or is tried with its own conditions. */
const elsewhere: Record<string, string> = {
  'server/accounts/require-role.ts': 'what the others ask with',
  'server/desk/require-desk-action.ts': 'what the others ask with',
  'server/desk/hold-exhibition.ts': 'what the others ask with',
  'server/desk/hold-room.ts': 'what the others ask with',
  'server/tours/may-edit.ts': 'what the others ask with',
  'server/tours/lock-tour.ts': 'what the others ask with',
  'server/http/resolve-caller.ts': 'every route, in app/api/hostile-callers.int.test.ts',
  'server/realtime/serve-desk.ts': 'sockets, in server/realtime/serve-desk.backends.int.test.ts',
  'server/accounts/delete-account.ts': 'wants a password, in app/api/account/deletion.int.test.ts',
  'server/artworks/earlier-pictures.ts': 'a list that is empty for others',
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sources(name)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [name] : []
  })
}

test('every verb that asks who somebody is stands in a table of who may do it', () => {
  const tested = tables.map((table) => {
    const folder = path.posix.dirname(table)
    // A table names the verbs beside it by `./`.
    return readFileSync(path.join(root, table), 'utf8').replaceAll("from './", `from '@/${folder}/`)
  })
  const missing = sources('server')
    .filter((name) => asks.test(readFileSync(path.join(root, name), 'utf8')) && !(name in elsewhere))
    .filter((name) => !tested.some((text) => text.includes(`from '@/${name.replace(/\.ts$/, '')}'`)))
  expect(missing).toEqual([])
})
