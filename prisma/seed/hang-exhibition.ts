import type { CollectionExhibition } from '@/collection/schema'
import { hangInOrder } from '@/lib/hanging/hang-in-order'
import { planForWorks } from '@/lib/hanging/rectangular-plan'
import type { Transaction } from '@/server/platform/db'

export interface HungWork {
  artworkId: string
  widthCm: number
}

/** One exhibition of the opening collection in a room made to its measure, works in walking order, open from now on. */
export async function hangExhibition(
  tx: Transaction,
  exhibition: CollectionExhibition,
  works: HungWork[],
  position: number,
): Promise<void> {
  const { slug, title, text, room } = exhibition
  const widths = works.map((work) => work.widthCm)
  const plan = planForWorks(widths, { architecture: room.architecture, wallColour: room.wallColour })
  const places = hangInOrder(plan, widths)
  if (!places) throw new Error(`the works of ${slug} do not fit their room`)
  await tx.exhibition.create({
    data: {
      slug,
      position,
      status: 'OPEN',
      opensAt: new Date(),
      isOpenCall: true,
      titleEn: title.en,
      titleZh: title.zh,
      textEn: text.en,
      textZh: text.zh,
      rooms: {
        create: {
          position: 0,
          nameEn: title.en,
          nameZh: title.zh,
          plan,
          hangings: {
            create: works.flatMap(({ artworkId }, index) => {
              const place = places[index]
              return place ? [{ artworkId, ...place }] : []
            }),
          },
        },
      },
    },
  })
}
