import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { createExhibition } from '../create-exhibition'
import { readDeskExhibition } from '../read-exhibition'

/** Hangs a work, past the desk. */
export const slot = (roomId: string, artworkId: string, index = 0) =>
  db.hanging.create({ data: { roomId, artworkId, wall: 'east', slot: index } })

/** A draft with one work that is private until the opening. */
export async function draft() {
  const curator = await makePerson('CURATOR')
  const { id } = await createExhibition(
    { titleEn: 'Light & Air', titleZh: '光与风', from: { template: 'cabinet' } },
    curator,
  )
  const { rooms, fields } = await readDeskExhibition(id, curator)
  const artworkId = await makeArtwork({ visibility: 'PRIVATE' })
  await slot(rooms[0]?.id ?? '', artworkId)
  return { curator, id, artworkId, slug: fields.slug, roomId: rooms[0]?.id ?? '' }
}
