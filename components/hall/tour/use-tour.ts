'use client'

import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import { createSpeaker, type Speaker } from './speaker'
import { beginTour, stepTour, type TourState, type TourStep } from './tour-state'

type News = { begin: TourState } | { step: TourStep } | { end: true }

function reduce(state: TourState | null, news: News): TourState | null {
  if ('begin' in news) return news.begin
  if ('end' in news) return null
  return state && stepTour(state, news.step)
}

interface TourWishes {
  space: HallSpace
  walker: Walker
  locale: Locale
  /** Walks to a work, leaving this share of the window's height to the caption. */
  lead(index: number, captionShare: number): void
}

export interface PlayedTour {
  state: TourState | null
  hasSound: boolean
  setSound(isOn: boolean): void
  begin(tour: TourView): void
  end(): void
  step(step: TourStep): void
  /** The visitor moves by their own will: the tour waits. */
  takeWheel(): void
}

/** How often is looked whether the walk is over, ms. */
const lookEveryMs = 150
/** Who stands still for so long, ms, is as near as they can get. */
const patienceMs = 6_000
const captionShare = { wide: 0.14, narrow: 0.3 } as const

/** A tour being played: walks, words and pauses follow each other; captions are always there, the voice only when it is asked for. */
export function useTour({ space, walker, locale, lead }: TourWishes): PlayedTour {
  const [state, dispatch] = useReducer(reduce, null)
  const [hasSound, setSound] = useState(false)
  const speaker = useRef<Speaker | null>(null)
  const stop = state?.stops[state.at]
  const phase = state?.phase ?? null
  const at = state?.at ?? 0
  const step = (next: TourStep) => dispatch({ step: next })
  const goTo = useEffectEvent((index: number) => {
    lead(index, window.matchMedia('(min-width: 64rem)').matches ? captionShare.wide : captionShare.narrow)
  })

  useEffect(() => {
    speaker.current ??= createSpeaker()
    speaker.current.setSound(hasSound)
  }, [hasSound])
  useEffect(() => () => speaker.current?.stop(), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each stop begins anew, by its number, whatever changes about it meanwhile
  useEffect(() => {
    const voice = speaker.current
    if (!stop || !voice) return
    if (phase === 'walking') {
      goTo(stop.workIndex)
      let stillMs = 0
      const look = setInterval(() => {
        stillMs = walker.isWalking ? 0 : stillMs + lookEveryMs
        const isThere = walker.workInView() === stop.workIndex
        if (!walker.isWalking && (isThere || stillMs > patienceMs)) step({ kind: 'arrived' })
      }, lookEveryMs)
      return () => clearInterval(look)
    }
    if (phase === 'telling') {
      const speech = { text: stop.text[locale], language: locale, recording: stop.audio[locale] }
      voice.say(speech, () => step({ kind: 'told' }))
      return () => voice.stop()
    }
    if (phase === 'looking') {
      const timer = setTimeout(() => step({ kind: 'looked' }), stop.pauseSeconds * 1000)
      return () => clearTimeout(timer)
    }
  }, [phase, at, state?.tour.id])

  return {
    state,
    hasSound,
    setSound,
    begin(tour) {
      const begun = beginTour(
        tour,
        space.works.map(({ artwork }) => artwork.id),
      )
      if (begun) dispatch({ begin: begun })
    },
    end: () => dispatch({ end: true }),
    step,
    takeWheel: () => step({ kind: 'hold' }),
  }
}
