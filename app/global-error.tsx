'use client'

import { buttonClass } from '@/components/ui/button-class'
import { languageTag, locales } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'
import './globals.css'

/** The frame itself could not be made (the database is away, say), so nobody knows the visitor's language: both are shown. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang={languageTag.en}>
      <body>
        <title>{commonMessages.en.house}</title>
        <main className="page space-y-14 pt-16">
          {locales.map((locale) => (
            <section key={locale} lang={languageTag[locale]}>
              <h1 className="editorial text-headline">{commonMessages[locale].errorTitle}</h1>
              <p className="mt-4 mb-6 max-w-measure">{commonMessages[locale].errorText}</p>
              <button type="button" className={buttonClass('primary')} onClick={reset}>
                {commonMessages[locale].tryAgain}
              </button>
              {error.digest && (
                <p className="mt-6 text-label text-secondary">{commonMessages[locale].reference(error.digest)}</p>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
