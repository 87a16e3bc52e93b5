import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { WayOn } from '@/components/ui/way-on'
import { commonMessages } from '@/lib/i18n/messages/common'
import { getLocale } from '@/server/http/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: commonMessages[await getLocale()].notFoundTitle }
}

export default async function NotFoundPage() {
  const t = commonMessages[await getLocale()]
  return (
    <WayOn title={t.notFoundTitle} text={t.notFoundText}>
      <ButtonLink href="/" kind="primary">
        {t.toExhibitions}
      </ButtonLink>
    </WayOn>
  )
}
