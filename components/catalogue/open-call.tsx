import Link from 'next/link'
import type { Locale } from '@/lib/i18n/locale'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'

export function OpenCall({ locale }: { locale: Locale }) {
  const t = catalogueMessages[locale]
  return (
    <div className="max-w-measure border-l border-ink pl-5 text-small">
      <p>
        <strong className="font-medium">{t.openCallTitle}.</strong> {t.openCallText}
      </p>
      <Link href="/studio" prefetch={false} className="link inline-flex min-h-11 items-center">
        {t.openCallAction}
      </Link>
    </div>
  )
}
