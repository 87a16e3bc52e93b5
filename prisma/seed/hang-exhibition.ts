import type { CollectionExhibition } from '@/collection/schema'
import { hangInOrder } from '@/lib/hanging/hang-in-order'
import { planSuite } from '@/lib/hanging/suite'
import type { Transaction } from '@/server/platform/db'

export interface HungWork {
  artworkId: string
  widthCm: number
}

/** One exhibition of the opening collection in rooms made to its measure, works in walking order, open from now on. */
export async function hangExhibition(
  tx: Transaction,
  exhibition: CollectionExhibition,
  works: HungWork[],
  position: number,
): Promise<void> {
  const { slug, title, text } = exhibition
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
      rooms: { create: roomsOf(exhibition, works) },
    },
  })
}

function roomsOf({ slug, rooms }: CollectionExhibition, works: HungWork[]) {
  const shares = rooms.map(({ from }, index) => works.slice(from - 1, (rooms[index + 1]?.from ?? works.length + 1) - 1))
  const plans = planSuite(
    rooms.map(({ architecture, wallColour }, index) => ({
      architecture,
      wallColour,
      widthsCm: (shares[index] ?? []).map((work) => work.widthCm),
    })),
  )
  return plans.flatMap((plan, index) => {
    const [room, share = []] = [rooms[index], shares[index]]
    const places = hangInOrder(
      plan,
      share.map((work) => work.widthCm),
    )
    if (!room || !places) throw new Error(`the works of ${slug} do not fit their rooms`)
    const hangings = share.flatMap(({ artworkId }, at) => {
      const place = places[at]
      return place ? [{ artworkId, ...place }] : []
    })
    return [{ position: index, nameEn: room.name.en, nameZh: room.name.zh, plan, hangings: { create: hangings } }]
  })
}
