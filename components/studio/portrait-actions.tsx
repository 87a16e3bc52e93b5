'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { isUnderway } from '@/lib/client/portrait-state'
import { originalUrl } from '@/lib/contracts/pictures'
import type { PortraitView } from '@/lib/contracts/portraits'
import type { OpenCallsPage } from '@/lib/contracts/submissions'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { AccountStep } from './account-step'
import { DeleteStep } from './delete-step'
import { HangStep } from './hang-step'
import { nightButton } from './night-button'
import { SubmitStep } from './submit-step'
import { UnderwayActions } from './underway-actions'

interface PortraitActionsProps {
  portrait: PortraitView
  /** Guests make an account before they hang anything. */
  isGuest: boolean
  openCalls: OpenCallsPage
  onAnswer: (portrait: PortraitView) => void
}

type Step = 'hang' | 'submit' | 'remove'

/** What can be done with a portrait in its present state; each step opens in place. */
export function PortraitActions({ portrait, isGuest, openCalls, onAnswer }: PortraitActionsProps) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const router = useRouter()
  const [step, setStep] = useState<Step | null>(null)
  const [hasAccount, setHasAccount] = useState(!isGuest)
  const panel = useRef<HTMLDivElement>(null)
  const remover = useRef<HTMLButtonElement>(null)
  const lastStep = useRef<Step | null>(null)
  const { id, status, painting } = portrait
  const isPainted = status === 'PAINTED' && painting !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: an account opens another form in the same step
  useEffect(() => {
    if (step === null && lastStep.current === 'remove') remover.current?.focus()
    else panel.current?.querySelector('input')?.focus()
    lastStep.current = step
  }, [step, hasAccount])

  const take = (artworkId: string) => {
    onAnswer({ ...portrait, artworkId })
    router.refresh()
  }

  return (
    <div>
      {status !== 'PAINTED' && <UnderwayActions portrait={portrait} onAnswer={onAnswer} />}
      {isPainted && (
        <div className="flex flex-wrap gap-4">
          {!portrait.artworkId && (
            <StepButton isOpen={step === 'hang'} isPrimary onToggle={() => setStep(step === 'hang' ? null : 'hang')}>
              {t.hang}
            </StepButton>
          )}
          {portrait.artworkId && step !== 'hang' && (
            <Link href={`/works/${portrait.artworkId}`} className={nightButton.primary}>
              {t.toWork}
            </Link>
          )}
          <a href={originalUrl(painting)} download className={nightButton.secondary}>
            {t.download}
          </a>
          <StepButton isOpen={step === 'submit'} onToggle={() => setStep(step === 'submit' ? null : 'submit')}>
            {t.submit}
          </StepButton>
        </div>
      )}
      {step && step !== 'remove' && isPainted && (
        <div ref={panel} className="mt-6 border-t border-night-rule pt-6">
          {!hasAccount && (
            <AccountStep
              onAccount={() => {
                setHasAccount(true)
                router.refresh()
              }}
            />
          )}
          {hasAccount && step === 'hang' && <HangStep portrait={portrait} onHung={take} />}
          {hasAccount && step === 'submit' && (
            <SubmitStep portrait={portrait} openCalls={openCalls} onSubmitted={take} />
          )}
        </div>
      )}
      <div className="mt-6 border-t border-night-rule pt-4">
        {step === 'remove' ? (
          <DeleteStep portrait={portrait} onKeep={() => setStep(null)} onDeleted={() => router.push('/me/portraits')} />
        ) : (
          <div className="flex flex-col items-start">
            {!isUnderway(status) && (
              <Link href={`/studio?again=${id}`} className={nightButton.quiet}>
                {t.again}
              </Link>
            )}
            <button ref={remover} type="button" className={nightButton.quiet} onClick={() => setStep('remove')}>
              {t.remove}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

interface StepButtonProps {
  isOpen: boolean
  isPrimary?: boolean
  onToggle: () => void
  children: string
}

function StepButton({ isOpen, isPrimary = false, onToggle, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      className={isPrimary && !isOpen ? nightButton.primary : nightButton.secondary}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}
