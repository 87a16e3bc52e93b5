import type { ExhibitionTemplate } from '@/lib/contracts/desk'
import type { Plan } from '@/lib/hanging/plan'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'

interface TemplateRoom {
  nameEn: string
  nameZh: string
  plan: Plan
}

/** The rooms that a new exhibition begins with; made at each call, since nobody may change another one's plan. */
export const templateRooms: Record<ExhibitionTemplate, () => TemplateRoom[]> = {
  cabinet: () => [{ nameEn: 'Cabinet', nameZh: '小展室', plan: rectangularPlan({ width: 8, depth: 7, height: 3.6 }) }],
  gallery: () => [{ nameEn: 'Gallery', nameZh: '展厅', plan: rectangularPlan({ width: 14, depth: 18, height: 4.6 }) }],
  suite: () => [
    { nameEn: 'First room', nameZh: '第一展室', plan: rectangularPlan({ width: 12, depth: 10, height: 4 }) },
    {
      nameEn: 'Second room',
      nameZh: '第二展室',
      plan: rectangularPlan({ width: 12, depth: 10, height: 4, titleWidth: 0 }),
    },
  ],
  enfilade: () => [
    { nameEn: 'Entrance', nameZh: '序厅', plan: rectangularPlan({ width: 10, depth: 9, height: 4 }) },
    {
      nameEn: 'Great hall',
      nameZh: '大厅',
      plan: rectangularPlan({ width: 16, depth: 20, height: 5.2, titleWidth: 0 }),
    },
    {
      nameEn: 'Cabinet',
      nameZh: '小展室',
      plan: rectangularPlan({ width: 8, depth: 7, height: 3.6, titleWidth: 0, architecture: 'dark-room' }),
    },
  ],
}
