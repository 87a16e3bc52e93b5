import { type Locale, languageTag } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'

interface LanguageSwitchProps {
  locale: Locale
  /** Left out, it stands in a line of the header. */
  className?: string
  /** The page is about to come again: the last moment to write something into its address. */
  onSwitch?(): void
}

const inLine = 'inline-flex min-h-11 items-center border-b border-transparent text-label hover:border-ink lg:text-small'

/** A plain form, so that it works without JavaScript; the page comes back in the other language. */
export function LanguageSwitch({ locale, className = inLine, onSwitch }: LanguageSwitchProps) {
  const other: Locale = locale === 'en' ? 'zh' : 'en'
  const t = commonMessages[locale]
  return (
    <form action="/language" method="post" onSubmit={onSwitch}>
      <input type="hidden" name="locale" value={other} />
      <button type="submit" title={t.switchLanguage} data-testid="switch-language" className={className}>
        {/* The name alone is in the other language; the title is in this one. */}
        <span lang={languageTag[other]}>{t.otherLanguage}</span>
      </button>
    </form>
  )
}
