import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Tables of who may do what. Each row is carried out as everybody that there is. */
const tables = [
  'server/accounts/roles.int.test.ts',
  'server/accounts/own-things.int.test.ts',
  'server/accounts/own-portraits.int.test.ts',
  'server/accounts/sight.int.test.ts',
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

/** What routes and pages call for a person by name, where whose it is cannot be said wrongly, or is tried in its own way. */
const byName: Record<string, string> = {
  ...elsewhere,
  'server/accounts/read-me.ts': 'of whoever asks',
  'server/accounts/sign-out.ts': 'of whoever asks',
  'server/accounts/sign-out-everywhere.ts': 'of whoever asks',
  'server/accounts/set-up-house.ts': 'wants the token of the log, in set-up.int.test.ts',
  'server/comments/list-comments.ts': 'the same for everybody, of public works',
  'server/engagement/list-favourites.ts': 'of whoever asks',
  'server/engagement/note-favourite.ts': 'on a favourite of whoever asks',
  'server/engagement/read-favourite-note.ts': 'on a favourite of whoever asks',
  'server/engagement/read-marks.ts': 'of whoever asks',
  'server/engagement/set-favourite.ts': 'a mark of whoever asks, on a work that they see',
  'server/engagement/set-like.ts': 'a mark of whoever asks, on a work that they see',
  'server/exhibitions/find-own-room.ts': 'of whoever asks',
  'server/exhibitions/offer-work.ts': 'submitArtwork in a transaction',
  'server/exhibitions/read-door.ts': 'readExhibition, or what everybody may know, in read-door.int.test.ts',
  'server/exhibitions/open-own-room.ts': 'ensureOwnRoom in a transaction',
  'server/follows/list-following.ts': 'of whoever asks',
  'server/follows/read-follow.ts': 'of whoever asks',
  'server/follows/set-follow.ts': 'of whoever asks, on what is open',
  'server/styles/read-device-manner.ts': 'of a work that they see, in read-device-manner.int.test.ts',
  'server/presence/may-guide.ts': 'a question, in server/presence/may-guide.int.test.ts',
  'server/http/route.ts': 'every route, in app/api/hostile-callers.int.test.ts',
  'server/http/viewer.ts': 'says who asks',
  'server/notices/list-notices.ts': 'of whoever asks',
  'server/notices/mark-read.ts': 'of whoever asks',
  'server/portraits/order-portrait.ts': 'of whoever asks, in server/portraits',
  'server/portraits/pass-closed-door.ts': 'of whoever asks, in app/api/portraits/rungs.int.test.ts',
  'server/portraits/turn-away.ts': 'only refuses, in server/portraits/turn-away.int.test.ts',
  'server/storage/read-picture.ts': 'what findVisiblePicture lets through',
  'server/storage/read-tile.ts': 'what findVisiblePicture lets through',
  'server/visitors-book/remove-entry.ts': 'one’s own line alone, in app/api/visitors-book.int.test.ts',
  'server/tours/read-voice.ts': 'what readExhibition and isEditor let through, in app/api/tours.int.test.ts',
}

function calledFromApp(folder = 'app'): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : calledFromApp(name)
    if (!/\.tsx?$/.test(entry.name) || /\.test\.ts$/.test(entry.name)) return []
    const text = readFileSync(path.join(root, name), 'utf8')
    return Array.from(text.matchAll(/from '@\/(server\/[^']+)'/g), ([, verb]) => `${verb}.ts`)
  })
}

function untried(names: Iterable<string>, excused: Record<string, string>): string[] {
  const tested = tables.map((table) => {
    const folder = path.posix.dirname(table)
    // A table names the verbs beside it by `./`.
    return readFileSync(path.join(root, table), 'utf8').replaceAll("from './", `from '@/${folder}/`)
  })
  return [...names]
    .filter((name) => !(name in excused))
    .filter((name) => !tested.some((text) => text.includes(`from '@/${name.replace(/\.ts$/, '')}'`)))
}

const textOf = (name: string) => readFileSync(path.join(root, name), 'utf8')

test('every verb that a route or a page calls for a person stands in a table, or is theirs by construction', () => {
  const called = [...new Set(calledFromApp())].filter((name) => /\bViewer\b|\bpersonId\b/.test(textOf(name)))
  expect(called.length).toBeGreaterThan(100)
  expect(untried(called, byName)).toEqual([])
  const known = new Set(called)
  expect(Object.keys(byName).filter((name) => !(name in elsewhere) && !known.has(name))).toEqual([])
})

test('every verb that asks who somebody is stands in a table of who may do it', () => {
  expect(
    untried(
      sources('server').filter((name) => asks.test(textOf(name))),
      elsewhere,
    ),
  ).toEqual([])
})
