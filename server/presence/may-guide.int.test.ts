import { expect, test } from 'vitest'
import { makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { mayGuide } from './may-guide'

test('the house’s curators guide anywhere, an owner and a named curator where it is theirs, and nobody else', async () => {
  const [curator, owner, editor, adviser, stranger, guest] = await Promise.all(
    (['CURATOR', 'ARTIST', 'VISITOR', 'VISITOR', 'ARTIST', 'GUEST'] as const).map(makePerson),
  )
  const show = await makeExhibition()
  await db.exhibitionCurator.createMany({
    data: [
      { exhibitionId: show.id, personId: editor?.id ?? '', role: 'LEAD' },
      { exhibitionId: show.id, personId: adviser?.id ?? '', role: 'ADVISER' },
    ],
  })
  const room = await makeExhibition({ kind: 'OWN_ROOM', ownerId: owner?.id })
  const who = [curator, owner, editor, adviser, stranger, guest, null]
  const answers = (id: string) => Promise.all(who.map((one) => mayGuide(one ?? null, id)))
  expect(await answers(show.id)).toEqual([true, false, true, false, false, false, false])
  expect(await answers(room.id)).toEqual([true, true, false, false, false, false, false])
})
