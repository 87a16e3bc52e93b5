import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '@/components/ui/locale-provider'
import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitView } from '@/lib/contracts/portraits'
import { locales } from '@/lib/i18n/locale'
import { failureMessages } from '@/lib/i18n/messages/failures'
import { EaselProgress } from './easel-progress'

const id = '019a0000-0000-7000-8000-000000000001'

function shown(failure: FailureCode | null, locale: (typeof locales)[number]): string {
  const name = { en: 'Pond', zh: '池塘' }
  const portrait: PortraitView = {
    id,
    status: 'FAILED',
    attempt: 3,
    sequence: 9,
    stage: null,
    progress: 0.4,
    loss: null,
    steps: 0,
    end: null,
    isStoppable: false,
    previewUrl: null,
    queuePosition: null,
    estimateSeconds: null,
    style: { id: 'pond', title: name, artist: name },
    blend: null,
    quality: 'PAINTING',
    strength: 1,
    strokes: 0.5,
    size: 768,
    keepColours: false,
    cut: null,
    photo: { id, width: 4, height: 5, blur: 'data:,', colour: '#000000', access: null },
    painting: null,
    failure,
    artworkId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:01:00.000Z',
  }
  return renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <EaselProgress portrait={portrait} />
    </LocaleProvider>,
  )
}

it.each(locales)('a failure of the house is told with the id under which its logs have it (%s)', (locale) => {
  for (const failure of ['painter_failed', 'gave_up', 'set_aside', null] as const) {
    const html = shown(failure, locale)
    expect(html).toContain(failureMessages[locale][failure ?? 'painter_failed'])
    expect(html).toContain(locale === 'en' ? `Reference ${id}` : `问题编号 ${id}`)
  }
})

it.each(locales)('what the photo or the style is the cause of is told without one (%s)', (locale) => {
  for (const failure of ['photo_unreadable', 'style_missing'] as const) {
    const html = shown(failure, locale)
    expect(html).toContain(failureMessages[locale][failure])
    expect(html).not.toContain(id)
  }
})
