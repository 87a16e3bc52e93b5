'use client'

import { useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { catalogueMessages } from '@/lib/i18n/messages/catalogue'

interface ShareLinkProps {
  /** Path of the page to share. */
  href: string
  title: string
}

/** Hands the address to the device's own share sheet, else to the clipboard; without JavaScript it is the address itself. */
export function ShareLink({ href, title }: ShareLinkProps) {
  const t = catalogueMessages[useLocale()]
  const [isCopied, setIsCopied] = useState(false)

  async function share() {
    const url = new URL(href, window.location.href).href
    const isPhone = window.matchMedia('(pointer: coarse)').matches
    if (isPhone && navigator.share) {
      // Closing the sheet is an answer, not an error.
      await navigator.share({ title, url }).catch(() => undefined)
      return
    }
    await navigator.clipboard.writeText(url).then(
      () => setIsCopied(true),
      // Not allowed to copy: the address bar then shows what there is to share.
      () => window.location.assign(url),
    )
  }

  return (
    <a
      href={href}
      className="link inline-flex min-h-11 items-center text-small"
      onClick={(event) => {
        // Without a clipboard (plain http) the link stays a link.
        if (!navigator.clipboard) return
        event.preventDefault()
        void share()
      }}
    >
      <span role="status">{isCopied ? t.linkCopied : t.share}</span>
    </a>
  )
}
