'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n/locale'
import { togetherMessages } from '@/lib/i18n/messages/together'
import { plate } from '../panel/plate'
import type { Company } from './use-company'

interface CompanyPanelProps {
  company: Company
  /** What this visitor may do beside looking: guests have no name to show, and few may guide. */
  may: { showName: boolean; guide: boolean }
  locale: Locale
}

/** Who else is here, and how one is seen. */
export function CompanyPanel({ company, may, locale }: CompanyPanelProps) {
  const t = togetherMessages[locale]
  const panel = useRef<HTMLElement>(null)
  const { choice, others, guides, following } = company
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }, [])
  if (!choice) return null
  const state = !choice.isOn ? t.alone : !company.isHere ? t.away : others === 0 ? t.nobodyElse : t.othersHere(others)
  return (
    <section
      ref={panel}
      aria-label={t.company}
      data-testid="hall-company"
      data-own-keys=""
      className={`${plate} w-80 max-w-[calc(100vw-2rem)] px-4 pt-3 pb-4`}
    >
      <h2 className="text-small">{t.company}</h2>
      <p className="mt-1 text-label text-secondary" data-testid="hall-company-state">
        {state}
      </p>
      {choice.isOn && guides.length > 0 && (
        <div className="mt-3 border-t pt-3">
          <h3 className="text-label text-secondary">{t.guides}</h3>
          <ul>
            {guides.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-3">
                <span className="truncate text-small">{name || t.unnamedGuide}</span>
                <Button
                  kind="quiet"
                  data-testid="hall-follow"
                  aria-label={following === id ? undefined : t.followName(name || t.unnamedGuide)}
                  onClick={() => company.follow(following === id ? null : id)}
                >
                  {following === id ? t.unfollow : t.follow}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-3 border-t pt-2">
        <Switch
          isOn={choice.isOn}
          testId="hall-be-seen"
          hint={t.beSeenHint}
          onChange={(isOn) => company.choose({ ...choice, isOn })}
        >
          {t.beSeen}
        </Switch>
        {may.showName && choice.isOn && (
          <Switch
            isOn={choice.showsName}
            testId="hall-show-name"
            onChange={(showsName) => company.choose({ ...choice, showsName })}
          >
            {t.showName}
          </Switch>
        )}
        {may.guide && choice.isOn && (
          <Switch isOn={company.isGuiding} testId="hall-guide" onChange={company.setGuiding}>
            {t.guide}
          </Switch>
        )}
      </div>
    </section>
  )
}

interface SwitchProps {
  isOn: boolean
  testId: string
  hint?: string
  children: ReactNode
  onChange(isOn: boolean): void
}

function Switch({ isOn, testId, hint, children, onChange }: SwitchProps) {
  const hintId = useId()
  return (
    <>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-small">
        <input
          type="checkbox"
          checked={isOn}
          data-testid={testId}
          aria-describedby={hint ? hintId : undefined}
          className="size-5 shrink-0 accent-accent"
          onChange={(event) => onChange(event.target.checked)}
        />
        {children}
      </label>
      {hint && (
        <p id={hintId} className="pb-2 pl-8 text-label text-secondary">
          {hint}
        </p>
      )}
    </>
  )
}
