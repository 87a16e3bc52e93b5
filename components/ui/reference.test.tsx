import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ApiError } from '@/lib/client/api-error'
import { locales } from '@/lib/i18n/locale'
import { FormProblem } from './form-problem'
import { LocaleProvider } from './locale-provider'

const id = '0f3c9a12-77b1-4e0c-9d6e-2a5b1c3d4e5f'
const shown = (error: unknown, locale: (typeof locales)[number]) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <FormProblem error={error} />
    </LocaleProvider>,
  )

it.each(locales)('a failure is told with the id by which the house finds it (%s)', (locale) => {
  const html = shown(new ApiError({ code: 'internal', message: null, status: 500, requestId: id }), locale)
  expect(html).toContain(locale === 'en' ? `Reference ${id}` : `问题编号 ${id}`)
})

it.each(locales)('a refusal is told without one, and nothing is told where nothing is wrong (%s)', (locale) => {
  const html = shown(new ApiError({ code: 'email_taken', message: null, status: 409, requestId: id }), locale)
  expect(html).not.toContain(id)
  expect(html).toContain('<p')
  expect(shown(null, locale)).not.toContain('<p')
})
