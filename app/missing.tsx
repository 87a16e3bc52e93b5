import { ButtonLink } from '@/components/ui/button-link'
import { WayOn } from '@/components/ui/way-on'
import { commonMessages } from '@/lib/i18n/messages/common'
import { getLocale } from '@/server/http/locale'
import { answerNotFound } from '@/server/http/reply'

/** What a page returns when there is nothing at its address: status 404, and words that need no script. */
export function Missing() {
  answerNotFound()
  return <MissingWords />
}

/** The words alone: Next renders not-found.tsx along with every page, found or not, so that one must not set the status. */
export async function MissingWords() {
  const t = commonMessages[await getLocale()]
  return (
    <WayOn title={t.notFoundTitle} text={t.notFoundText}>
      <ButtonLink href="/" kind="primary">
        {t.toExhibitions}
      </ButtonLink>
    </WayOn>
  )
}
