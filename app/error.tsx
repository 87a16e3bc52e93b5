'use client'

import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useLocale } from '@/components/ui/locale-provider'
import { WayOn } from '@/components/ui/way-on'
import { commonMessages } from '@/lib/i18n/messages/common'

/** Shown inside the frame when a page fails; the server has logged why, under the digest that is shown. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = commonMessages[useLocale()]
  return (
    <WayOn title={t.errorTitle} text={t.errorText} note={error.digest && t.reference(error.digest)}>
      <Button kind="primary" onClick={reset}>
        {t.tryAgain}
      </Button>
      <ButtonLink href="/">{t.toExhibitions}</ButtonLink>
    </WayOn>
  )
}
