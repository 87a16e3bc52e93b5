import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '@/components/ui/locale-provider'
import { id, view } from '@/lib/client/testing/portrait-view'
import type { FailureCode } from '@/lib/contracts/errors'
import { type Locale, locales } from '@/lib/i18n/locale'
import { failureMessages } from '@/lib/i18n/messages/failures'
import { EaselProgress } from './easel-progress'

const shown = (failure: FailureCode | null, locale: Locale) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <EaselProgress portrait={view({ status: 'FAILED', failure })} />
    </LocaleProvider>,
  )

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
