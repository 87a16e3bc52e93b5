import type { ExhibitionTemplate } from '@/lib/contracts/desk'
import { corneredPlan } from '@/lib/hanging/cornered-plan'
import type { Plan, Point } from '@/lib/hanging/plan'
import { type RectangularRoom, rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { inOneRow } from '@/lib/hanging/suite'

interface TemplateRoom {
  nameEn: string
  nameZh: string
  plan: Plan
}

const named = (nameEn: string, nameZh: string, plan: Plan): TemplateRoom => ({ nameEn, nameZh, plan })
const single = (nameEn: string, nameZh: string, room: RectangularRoom) => [named(nameEn, nameZh, rectangularPlan(room))]

/** Rooms behind each other, joined by doors; the first one bears the title. */
function inARow(rooms: { nameEn: string; nameZh: string; room: RectangularRoom }[]): TemplateRoom[] {
  const middles = inOneRow(rooms.map(({ room }) => room))
  return rooms.map(({ nameEn, nameZh, room }, index) => {
    const onwards = index < rooms.length - 1 ? [{ side: 'north' as const, offset: 0 }] : []
    const doors = [{ side: 'south' as const, offset: 0 }, ...onwards]
    const titleWidth = index === 0 ? undefined : 0
    const middle = middles[index] ?? [0, 0]
    const plan = rectangularPlan({ ...room, doors, titleWidth, middle, benches: 0 })
    return named(nameEn, nameZh, { ...plan, benches: besideTheWay(room, middle) })
  })
}

/** One looks from door to door along the middle: benches stand at both sides of it, a third of the way to the wall. */
function besideTheWay({ width }: RectangularRoom, [x, z]: Point): Plan['benches'] {
  return [-1, 1].map((side) => ({ at: [x + (side * width) / 6, z], length: 1.8, turn: Math.PI / 2 }))
}

/** A hall of 14 by 12 m, and at its far right a wing of 7 by 7 m, of which one sees no more than the beginning. */
const wing = () =>
  corneredPlan({
    corners: [
      [-7, 6],
      [-7, -6],
      [14, -6],
      [14, 1],
      [7, 1],
      [7, 6],
    ],
    height: 4.4,
    entrance: 5,
    title: 1,
    benches: [
      { at: [0, 0], length: 1.8, turn: Math.PI / 2 },
      { at: [10.5, -2.5], length: 1.8, turn: 0 },
    ],
  })

/** Opposite the door a niche of 5 by 3 m, for the work that everybody is to walk up to. */
const niche = () =>
  corneredPlan({
    corners: [
      [-7, 6],
      [-7, -6],
      [-2.5, -6],
      [-2.5, -9],
      [2.5, -9],
      [2.5, -6],
      [7, -6],
      [7, 6],
    ],
    height: 4.2,
    entrance: 7,
    title: 1,
    benches: [{ at: [0, -1], length: 1.8, turn: 0 }],
  })

/** The rooms that a new exhibition begins with; made at each call, since nobody may change another one's plan. */
export const templateRooms: Record<ExhibitionTemplate, () => TemplateRoom[]> = {
  cabinet: () => single('Cabinet', '小展室', { width: 8, depth: 7, height: 3.6 }),
  gallery: () => single('Gallery', '展厅', { width: 14, depth: 18, height: 4.6 }),
  suite: () =>
    inARow([
      { nameEn: 'First room', nameZh: '第一展室', room: { width: 12, depth: 10, height: 4 } },
      { nameEn: 'Second room', nameZh: '第二展室', room: { width: 12, depth: 10, height: 4 } },
    ]),
  enfilade: () =>
    inARow([
      { nameEn: 'Entrance', nameZh: '序厅', room: { width: 10, depth: 9, height: 4 } },
      { nameEn: 'Great hall', nameZh: '大厅', room: { width: 16, depth: 20, height: 5.2 } },
      {
        ...{ nameEn: 'Cabinet', nameZh: '小展室' },
        room: { width: 8, depth: 7, height: 3.6, architecture: 'dark-room' },
      },
    ]),
  wing: () => [named('Hall with a wing', '带侧翼的展厅', wing())],
  niche: () => [named('Hall with a niche', '带壁龛的展厅', niche())],
  salon: () => single('Salon', '沙龙', { width: 12, depth: 15, height: 5.4, architecture: 'salon' }),
  loft: () => single('Loft', '阁楼', { width: 11, depth: 18, height: 4.9, architecture: 'loft' }),
  'dark-room': () => single('Dark room', '暗室', { width: 10, depth: 13, height: 4, architecture: 'dark-room' }),
  pavilion: () => single('Pavilion', '水榭', { width: 12, depth: 15, height: 4.2, architecture: 'pavilion' }),
}
