import type { StyleFigures } from '@/lib/contracts/figures'
import { db } from '@/server/platform/db'
import { type Counted, sumBy } from './count-marks'

/** Manners with the portraits that were ordered in them, those first that were ordered most. */
export async function styleFigures(orders: readonly Counted[]): Promise<StyleFigures[]> {
  const counts = sumBy(orders, 'of')
  const select = { id: true, titleEn: true, titleZh: true, artistEn: true, artistZh: true } as const
  const styles = await db.style.findMany({ where: { id: { in: [...counts.keys()] } }, select })
  const named = new Map(styles.map((style) => [style.id, style]))
  return [...counts]
    .map(([styleId, portraits]) => {
      // A manner that nobody needs any more is gone, and its orders were ordered all the same.
      const style = named.get(styleId)
      return {
        styleId,
        title: { en: style?.titleEn ?? '', zh: style?.titleZh ?? '' },
        artist: { en: style?.artistEn ?? '', zh: style?.artistZh ?? '' },
        portraits,
      }
    })
    .sort((a, b) => b.portraits - a.portraits || (a.styleId < b.styleId ? -1 : 1))
}
