import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { hangInOrder } from '@/lib/hanging/hang-in-order'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const words = { en: '', zh: '' }

/** An exhibition of one room of 10 by 12 metres, hung with works of these widths, cm, in walking order; three quarters as high. */
export function exhibitionOf(widths: number[]): ExhibitionView {
  const plan = rectangularPlan({ width: 10, depth: 12 })
  const places = hangInOrder(plan, widths) ?? []
  const artwork = (widthCm: number, number: number): ArtworkView => ({
    id: id(number),
    kind: 'PAINTED',
    title: words,
    artist: words,
    year: '',
    medium: words,
    credit: words,
    description: words,
    rights: '',
    widthCm,
    heightCm: widthCm * 0.75,
    picture: { id: id(100 + number), width: 1600, height: 1200, blur: '', colour: '#888888', access: null },
    likeCount: 0,
    artistId: null,
    hangsIn: [],
  })
  const hangings = places.map((place, at) => ({ id: id(200 + at), ...place, artwork: artwork(widths[at] ?? 100, at) }))
  const room = { id: id(300), name: words, plan, hangings }
  return {
    id: id(400),
    slug: 'a-room',
    kind: 'EXHIBITION',
    status: 'OPEN',
    title: words,
    text: words,
    opensAt: null,
    closesAt: null,
    isOpenCall: false,
    callClosesAt: null,
    callText: { en: '', zh: '' },
    ownerName: null,
    artistId: null,
    workCount: hangings.length,
    cover: null,
    rooms: [room],
  }
}
