import type { Locale } from '@/lib/i18n/locale'
import { commonMessages } from '@/lib/i18n/messages/common'

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = commonMessages[locale]
  return (
    <footer className="mt-24 border-t lg:mt-32">
      <div className="page flex flex-col gap-x-10 gap-y-2 py-8 text-label text-secondary lg:flex-row lg:justify-between">
        <p>{t.aiNote}</p>
        <p>{t.footer}</p>
      </div>
    </footer>
  )
}
