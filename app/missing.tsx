import { ButtonLink } from '@/components/ui/button-link'
import { WayOn } from '@/components/ui/way-on'
import { commonMessages } from '@/lib/i18n/messages/common'
import { getLocale } from '@/server/http/locale'
import { answerNotFound } from '@/server/http/reply'

/** What a page shows in its place when there is nothing at its address: status 404, and words that need no script. */
export async function Missing() {
  answerNotFound()
  const t = commonMessages[await getLocale()]
  return (
    <WayOn title={t.notFoundTitle} text={t.notFoundText}>
      <ButtonLink href="/" kind="primary">
        {t.toExhibitions}
      </ButtonLink>
    </WayOn>
  )
}
