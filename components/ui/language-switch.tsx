import { type Locale, languageTag } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'

/** A plain form, so that it works without JavaScript; the page comes back in the other language. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const other: Locale = locale === 'en' ? 'zh' : 'en'
  const t = commonMessages[locale]
  return (
    <form action="/language" method="post">
      <input type="hidden" name="locale" value={other} />
      <button
        type="submit"
        title={t.switchLanguage}
        lang={languageTag[other]}
        className="inline-flex min-h-11 items-center border-b border-transparent text-label hover:border-ink lg:text-small"
      >
        {t.otherLanguage}
      </button>
    </form>
  )
}
