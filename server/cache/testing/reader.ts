import { createInterface } from 'node:readline'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { cacheFigures } from '../named-cache'

/**
 * Another web process, as far as caches are concerned: for each slug on a line of its input it prints a line, the works that a stranger
 * sees there with their likes, and how often it asked PostgreSQL for the exhibition; `null`
 * where PostgreSQL did not answer in time.
 */
for await (const slug of createInterface({ input: process.stdin })) {
  const view = await readExhibition(slug, null).catch(() => undefined)
  if (view === undefined) {
    console.log('null')
    continue
  }
  const works = view?.rooms.flatMap((room) => room.hangings.map(({ artwork }) => [artwork.id, artwork.likeCount]))
  const fills = cacheFigures().find(({ name }) => name === 'exhibitions')?.fills
  console.log(JSON.stringify({ works: works ?? null, fills }))
}
process.exit(0)
