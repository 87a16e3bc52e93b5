import { Tabs } from '@/components/ui/tabs'
import type { Locale } from '@/lib/i18n/locale'
import { followsMessages } from '@/lib/i18n/messages/follows'

interface KeptTabsProps {
  current: '/me/favourites' | '/me/following'
  locale: Locale
}

/** Between the works that somebody keeps, and the artists and exhibitions that they follow. */
export function KeptTabs({ current, locale }: KeptTabsProps) {
  const t = followsMessages[locale]
  const tabs = [
    { href: '/me/favourites', name: t.works },
    { href: '/me/following', name: t.title },
  ]
  return <Tabs label={t.tabs} tabs={tabs.map((tab) => ({ ...tab, isCurrent: tab.href === current }))} />
}
