'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { HouseView } from '@/lib/contracts/house'
import { routes } from '@/lib/contracts/routes'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { QuotaForm } from './quota-form'

/** How much of one person's is kept, where they have no measure of their own. */
export function HouseQuota({ house }: { house: HouseView }) {
  const t = operatorDeskMessages[useLocale()]
  return (
    <QuotaForm
      label={t.quotaLabel}
      hint={t.quotaHint}
      initial={house}
      save={(quotaMiB, version) => call(routes.changeHouse, { body: { version, changes: { quotaMiB } } })}
    />
  )
}
