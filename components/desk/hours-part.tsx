'use client'

import { Field } from '@/components/ui/field'
import { useLocale } from '@/components/ui/locale-provider'
import { formatZoned } from '@/lib/i18n/format-zoned'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'
import { instantOf, localTimeOf } from '@/lib/i18n/zoned-time'
import { DeskSection } from './desk-section'
import type { FormPartProps } from './exhibition-form'
import { selectClass } from './select-class'
import { TheirsNote } from './theirs-note'

/** When it opens and closes, by which clocks, at which address, and whether artists may offer works. */
export function HoursPart({ exhibition, draft, set, theirs, timeZones }: FormPartProps & { timeZones: string[] }) {
  const locale = useLocale()
  const t = deskExhibitionMessages[locale]
  const { timeZone } = draft
  const moment = (value: string) => formatZoned(value, timeZone, locale)

  /** Whoever changes the zone means the same hour on other clocks. */
  const moveTo = (zone: string) => {
    const kept = (instant: string | null) => instant && instantOf(localTimeOf(instant, timeZone), zone)
    set({ timeZone: zone, opensAt: kept(draft.opensAt), closesAt: kept(draft.closesAt) })
  }

  return (
    <DeskSection title={t.hoursTitle} hint={t.hoursHint}>
      <div className="grid gap-6 lg:grid-cols-2">
        {(['opensAt', 'closesAt'] as const).map((name) => (
          <div key={name}>
            <Field
              id={name}
              type="datetime-local"
              label={t[name]}
              value={draft[name] ? localTimeOf(draft[name], timeZone) : ''}
              onChange={(event) => set({ [name]: instantOf(event.target.value, timeZone) })}
            />
            <TheirsNote theirs={theirs} name={name} show={moment} />
          </div>
        ))}
        <div>
          <label htmlFor="timeZone" className="block text-small font-medium">
            {t.timeZone}
          </label>
          <select
            id="timeZone"
            value={timeZone}
            onChange={(event) => moveTo(event.target.value)}
            className={`${selectClass} mt-1 min-h-12 w-full`}
          >
            {[...new Set([timeZone, ...timeZones])].map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
          <TheirsNote theirs={theirs} name="timeZone" />
        </div>
        <div>
          <Field
            id="slug"
            label={t.slug}
            hint={t.slugHint}
            value={draft.slug}
            pattern="[a-z0-9][a-z0-9\-]{1,79}"
            required
            disabled={exhibition.status !== 'DRAFT'}
            onChange={(event) => set({ slug: event.target.value })}
          />
          <TheirsNote theirs={theirs} name="slug" />
        </div>
      </div>
      <label className="mt-4 flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={draft.isOpenCall}
          onChange={(event) => set({ isOpenCall: event.target.checked })}
          className="size-4 accent-accent"
        />
        {t.openCall}
      </label>
    </DeskSection>
  )
}
