import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { LadderView } from '@/lib/contracts/admission'
import type { Locale } from '@/lib/i18n/locale'
import { LadderSection } from './ladder-section'

const ladder: LadderView = {
  rung: 1,
  forcedRung: null,
  backlogSeconds: 12.34,
  thresholds: [10, 30, 60, 120],
  breaker: 'closed',
  models: [{ model: 'masters 2', breaker: 'half-open' }],
}
const render = (changes: Partial<LadderView> = {}, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <LadderSection ladder={{ ...ladder, ...changes }} locale={locale}>
      <button type="button">switch</button>
    </LadderSection>,
  )

test('says where the ladder stands, why, and how far the next rung is', () => {
  const page = render()
  for (const fact of ['1 no HD', '12.3 s', '30 s', 'closed: paints', 'Circuit breaker, masters 2'])
    expect(page).toContain(`>${fact}<`)
  expect(page).toContain('half open: one order on trial')
  expect(render({ rung: 4 })).toContain('>–<')
})

test('says that an operator holds it, beside the switch', () => {
  const page = render({ rung: 4, forcedRung: 4 })
  expect(page).toContain('4 closed, held by an operator')
  expect(page).toContain('>switch<')
  expect(render({ forcedRung: 1 }, 'zh')).toContain('1 无高清，由运维人员固定')
})
