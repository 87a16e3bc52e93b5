'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { Locale } from '@/lib/i18n/locale'
import { zoomMessages } from '@/lib/i18n/messages/zoom'
import type { Detail } from '../engine/hall-address'
import type { Walker } from '../engine/walker'
import type { HallWork } from '../hall-works'
import { CloseIcon, MinusIcon, PlusIcon, WholeIcon } from '../panel/icons'
import { plate, plateButton } from '../panel/plate'
import { boundsFor, framingOf } from './framing'
import { openViewer, type ZoomViewer } from './open-viewer'

interface DeepZoomProps {
  work: HallWork
  walker: Walker
  /** The part to begin with; the whole picture for null. */
  detail: Detail | null
  locale: Locale
  prefersStill(): boolean
  onDetail(detail: Detail, isFirst: boolean): void
  onClose(): void
}

const step = 1.6

/** What the label leaves free of the view; see WorkPanel. */
const beside = 'absolute inset-x-0 top-0 bottom-[42%] lg:right-96 lg:bottom-0'

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight })

/**
 * Walking up to the wall: the picture on it is taken over by tiles, at the same framing, and from there one looks as closely as the picture
 * goes. Leaving moves back to the framing on the wall first.
 */
export function DeepZoom({ work, walker, detail, locale, prefersStill, onDetail, onClose }: DeepZoomProps) {
  const t = zoomMessages[locale]
  const root = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const backdrop = useRef<HTMLDivElement>(null)
  const viewer = useRef<ZoomViewer | null>(null)
  const [state, setState] = useState<'coming' | 'shown' | 'failed'>('coming')
  const [percent, setPercent] = useState(100)
  // A detail is where one begins; what it becomes is the viewer's own.
  const begin = useEffectEvent(() => ({
    detail,
    isStill: prefersStill(),
    label: t.closely(work.artwork.title[locale]),
  }))
  const tell = useEffectEvent(onDetail)
  const leave = () => (viewer.current ? viewer.current.leave(onClose) : onClose())
  const leaveNow = useEffectEvent(leave)

  useEffect(() => {
    const element = holder.current
    if (!element) return
    let isGone = false
    let isFirst = true
    const open = async () => {
      // One is led before the work first; what hangs there is then taken over where it is.
      while (walker.isWalking || !isAtRest(walker)) {
        await new Promise(requestAnimationFrame)
        if (isGone) return
      }
      const view = sizeOf(root.current ?? element)
      const wall = boundsFor(framingOf(work.placement, walker.pose, walker.lens, view), sizeOf(element))
      const { detail: first, isStill, label } = begin()
      const opened = await openViewer(element, work.artwork.picture, wall, first, isStill, {
        label,
        onShown: () => setState('shown'),
        onNearness: (times) => {
          // The room behind goes dark as one comes nearer.
          if (backdrop.current) backdrop.current.style.opacity = String(Math.min(1, Math.max(0, (times - 1.02) / 0.5)))
        },
        onRest: (region, times) => {
          setPercent(Math.round(times * 100))
          tell(region, isFirst)
          isFirst = false
        },
        onBack: () => leaveNow(),
      })
      if (isGone) return opened.dispose()
      viewer.current = opened
      opened.focus()
    }
    open().catch(() => {
      if (!isGone) setState('failed')
    })
    return () => {
      isGone = true
      viewer.current?.dispose()
      viewer.current = null
    }
  }, [work, walker])

  useFocusReturn(root)
  useEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      leaveNow()
    }
    window.addEventListener('keydown', goBack, { capture: true })
    return () => window.removeEventListener('keydown', goBack, { capture: true })
  }, [])

  return (
    <div
      ref={root}
      role="dialog"
      aria-modal="false"
      aria-label={t.closely(work.artwork.title[locale])}
      data-testid="hall-zoom"
      data-zoom-state={state}
      data-zoom-percent={percent}
      data-own-keys="all"
      className="absolute inset-0 z-10"
    >
      <div ref={backdrop} aria-hidden="true" className="absolute inset-0 bg-mat opacity-0" />
      <div className={beside}>
        <div
          ref={holder}
          className={`absolute inset-0 transition-opacity duration-300 ${state === 'shown' ? 'opacity-100' : 'opacity-0'}`}
        />
        {/* Beside the hall's own bar, which goes as far as the middle; a phone has room for one of them in a row. */}
        <div className={`${plate} absolute right-4 flex max-sm:bottom-4 sm:top-4`}>
          <button
            type="button"
            className={plateButton}
            aria-label={t.farther}
            onClick={() => viewer.current?.zoomBy(1 / step)}
          >
            <MinusIcon />
          </button>
          <button
            type="button"
            className={plateButton}
            aria-label={t.nearer}
            onClick={() => viewer.current?.zoomBy(step)}
          >
            <PlusIcon />
          </button>
          <button
            type="button"
            className={plateButton}
            aria-label={t.whole}
            onClick={() => viewer.current?.showWhole()}
          >
            <WholeIcon />
          </button>
          <button
            type="button"
            className={plateButton}
            aria-label={t.back}
            data-testid="hall-zoom-close"
            onClick={leave}
          >
            <CloseIcon />
          </button>
        </div>
      </div>
      <p className="sr-only" role="status">
        {state === 'failed' ? t.failed : state === 'shown' ? t.nearness(percent) : t.coming}
      </p>
      {state === 'failed' && <p className={`${plate} absolute top-20 left-4 px-4 py-3 text-small`}>{t.failed}</p>}
    </div>
  )
}

/** The view's shift beside the label has come to rest. */
function isAtRest({ lens }: Walker): boolean {
  const { shiftX, shiftY } = lens
  const goal = lens.goal()
  return Math.abs(goal[0] - shiftX) + Math.abs(goal[1] - shiftY) < 1e-3
}
