'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TickBox } from '@/components/studio/tick-box'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { features, type HouseView } from '@/lib/contracts/house'
import { routes } from '@/lib/contracts/routes'
import { operatorDeskMessages, operatorWords } from '@/lib/i18n/messages/operator-desk'

/** The name of the house and what is open in it: chosen, and then put into effect together. */
export function HouseForm({ house }: { house: HouseView }) {
  const locale = useLocale()
  const t = operatorDeskMessages[locale]
  const router = useRouter()
  const [kept, setKept] = useState(house)
  const [draft, setDraft] = useState({ name: house.name, features: house.features })
  const [isSaved, setIsSaved] = useState(false)
  const { isBusy, error, run } = useRequest()
  const change = (changes: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changes })
    setIsSaved(false)
  }
  const isChanged = JSON.stringify(draft) !== JSON.stringify({ name: kept.name, features: kept.features })
  const save = async () => {
    const isDone = await run(async () => {
      const after = await call(routes.changeHouse, { body: { version: kept.version, changes: draft } })
      setKept(after)
      setDraft({ name: after.name, features: after.features })
      setIsSaved(true)
    })
    if (isDone) router.refresh()
  }
  return (
    <form
      className="grid gap-x-10 gap-y-12 lg:grid-cols-12"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset className="min-w-0 lg:col-span-5">
        <legend className="mb-4 text-label text-secondary lg:text-small">{t.switches}</legend>
        <ul className="border-b">
          {features.map((feature) => (
            <li key={feature} className="border-t py-3">
              <TickBox
                label={operatorWords[locale].features[feature][0]}
                hint={operatorWords[locale].features[feature][1]}
                isChecked={draft.features[feature]}
                onChange={(isOn) => change({ features: { ...draft.features, [feature]: isOn } })}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset className="min-w-0 space-y-5 lg:col-span-5 lg:col-start-7">
        <legend className="mb-4 text-label text-secondary lg:text-small">{t.nameTitle}</legend>
        <Field
          id="name-en"
          label={t.nameEn}
          hint={t.nameHint}
          maxLength={60}
          value={draft.name.en}
          onChange={(event) => change({ name: { ...draft.name, en: event.target.value } })}
        />
        <Field
          id="name-zh"
          lang="zh-CN"
          label={t.nameZh}
          hint={t.nameHint}
          maxLength={60}
          value={draft.name.zh}
          onChange={(event) => change({ name: { ...draft.name, zh: event.target.value } })}
        />
      </fieldset>
      <div className="lg:col-span-12">
        <FormProblem error={error} />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button type="submit" kind="primary" disabled={isBusy || !isChanged}>
            {isBusy ? t.saving : t.save}
          </Button>
          <p role="status" className="text-label text-secondary">
            {isSaved && t.saved}
          </p>
        </div>
      </div>
    </form>
  )
}
