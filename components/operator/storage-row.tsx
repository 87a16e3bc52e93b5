'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import type { PersonRow } from '@/lib/contracts/people'
import { routes } from '@/lib/contracts/routes'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { QuotaForm } from './quota-form'

/** Somebody, what they keep, and how much they may. */
export function StorageRow({ person }: { person: PersonRow }) {
  const locale = useLocale()
  const t = operatorDeskMessages[locale]
  return (
    <li className="grid items-baseline gap-x-10 gap-y-2 border-t py-4 lg:grid-cols-12">
      <div className="lg:col-span-4">
        <h3 className="text-small font-medium wrap-anywhere">{person.name}</h3>
        <p className="text-label text-secondary wrap-anywhere">{person.email ?? t.guest}</p>
      </div>
      <p className="text-small tabular-nums lg:col-span-2 lg:text-right">{formatBytes(person.bytes, locale)}</p>
      <div className="lg:col-span-6">
        <QuotaForm
          isSmall
          label={t.ownQuota(person.name)}
          hint={t.ownQuotaHint}
          initial={person}
          save={(quotaMiB, version) =>
            call(routes.setQuota, { params: { id: person.id }, body: { quotaMiB, version } })
          }
        />
      </div>
    </li>
  )
}
