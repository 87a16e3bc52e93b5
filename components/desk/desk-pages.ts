import type { Role } from '@/lib/contracts/common'
import type { Locale } from '@/lib/i18n/locale'
import type { deskMessages } from '@/lib/i18n/messages/desk'

export interface DeskPage {
  href: string
  /** Its key in `deskMessages`. */
  name: keyof (typeof deskMessages)[Locale]
  /** The least role to whom the page is shown; the page's own reads refuse others. */
  role: Role
}

/** What the desk's navigation leads to, in order. A page is listed here once it is there. */
export const deskPages: DeskPage[] = [
  // Who is no curator of the house finds there the exhibitions that they are named on.
  { href: '/curator/exhibitions', name: 'exhibitions', role: 'VISITOR' },
  { href: '/curator/depot', name: 'depot', role: 'CURATOR' },
  { href: '/curator/submissions', name: 'submissions', role: 'CURATOR' },
  { href: '/curator/calls', name: 'calls', role: 'CURATOR' },
  { href: '/curator/tours', name: 'tours', role: 'CURATOR' },
  { href: '/curator/reports', name: 'reports', role: 'CURATOR' },
  { href: '/curator/figures', name: 'figures', role: 'CURATOR' },
]
