'use client'

import { useState } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { NoticeWishes } from '@/lib/contracts/notices'
import { routes } from '@/lib/contracts/routes'
import { noticesMessages } from '@/lib/i18n/messages/notices'

interface WishesFormProps {
  initial: NoticeWishes
  /** Whether the house has a mail server. */
  hasMail: boolean
}

/** What one is told, and whether by mail; kept as soon as it is ticked. */
export function WishesForm({ initial, hasMail }: WishesFormProps) {
  const t = noticesMessages[useLocale()]
  const [wishes, setWishes] = useState(initial)
  const { isBusy, error, run } = useRequest()
  const change = (to: Partial<NoticeWishes>) =>
    void run(async () => setWishes(await call(routes.setNoticeWishes, { body: { ...wishes, ...to } })))
  const boxes = [
    { name: 'wantsOpenings' as const, words: t.wantsOpenings },
    ...(hasMail ? [{ name: 'wantsMail' as const, words: t.wantsMail }] : []),
  ]
  return (
    <section aria-labelledby="wishes" className="mt-14 max-w-3xl">
      <h2 id="wishes" className="border-t pt-4 text-label text-secondary lg:text-small">
        {t.wishes}
      </h2>
      {boxes.map(({ name, words }) => (
        <label key={name} className="mt-2 flex min-h-11 cursor-pointer items-center gap-3 text-small">
          <input
            type="checkbox"
            checked={wishes[name]}
            disabled={isBusy}
            onChange={(event) => change({ [name]: event.target.checked })}
            className="size-4 shrink-0 accent-accent"
          />
          {words}
        </label>
      ))}
      {!hasMail && <p className="mt-1 text-label text-secondary">{t.noMail}</p>}
      <FormProblem error={error} />
    </section>
  )
}
