import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { WorkerView } from '@/lib/contracts/operations'
import type { Locale } from '@/lib/i18n/locale'
import { WorkerTable } from './worker-table'

const worker: WorkerView = {
  id: 'host-1',
  modelName: 'masters',
  modelVersion: '2',
  provider: 'cuda',
  secondsPerMegapixel: 0.2567,
  models: ['masters 2'],
  warm: ['masters 2'],
  sizes: [512, 768],
  busy: 0,
  concurrency: 1,
  isDrained: false,
  notes: [],
  startedAt: '2026-11-20T14:05:00.000Z',
  unheardSeconds: 3,
  isSilent: false,
}

const render = (workers: WorkerView[], locale: Locale = 'en') =>
  renderToStaticMarkup(<WorkerTable workers={workers} locale={locale} />)

test('says that nobody paints', () => {
  expect(render([])).toContain('No worker has reported; orders wait.')
  expect(render([], 'zh')).toContain('没有工作进程报到')
})

test('names what a worker paints with, how fast, and since when', () => {
  const page = render([worker])
  for (const fact of ['host-1', 'masters 2', 'cuda', '0.257', '20 November 2026, 14:05 UTC', '3 seconds ago'])
    expect(page).toContain(`>${fact}<`)
  expect(page).not.toContain('silent')
  expect(page).not.toContain('does not have')
})

test('marks a silent one, and shows its own sentences as English on a Chinese page', () => {
  const silent = {
    ...worker,
    secondsPerMegapixel: null,
    unheardSeconds: 180,
    isSilent: true,
    notes: ['No <cuda> here.'],
  }
  expect(render([silent])).toMatch(/<strong[^>]*>3 minutes ago: silent<\/strong>/)
  const page = render([silent], 'zh')
  expect(page).toContain('3分钟前，已失去联系')
  expect(page).toContain('尚未作画')
  expect(page).toMatch(/<ul lang="en"[^>]*><li[^>]*>No &lt;cuda&gt; here\.<\/li>/)
})
