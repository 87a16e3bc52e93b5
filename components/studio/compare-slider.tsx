'use client'

import { type PointerEvent, useRef, useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { easelMessages } from '@/lib/i18n/messages/easel'

interface CompareSliderProps {
  /** Address of the photo, which is laid over the painting and fills the same frame. */
  photo: string
  alt: string
}

/** As much of the photo over the painting, from the left, as one draws the line across. Starts with the painting alone. */
export function CompareSlider({ photo, alt }: CompareSliderProps) {
  const t = easelMessages[useLocale()]
  const frame = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(0)
  const isDragging = useRef(false)

  const follow = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!isDragging.current || !box) return
    setShare(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)))
  }
  const stop = () => {
    isDragging.current = false
  }

  return (
    <div
      ref={frame}
      className="absolute inset-0 cursor-ew-resize touch-pan-y select-none"
      onPointerDown={(event) => {
        isDragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={follow}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
      <img
        src={photo}
        alt={alt}
        draggable={false}
        className="absolute inset-0 size-full object-cover"
        style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}
      />
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(share * 100)}
        aria-label={t.compare}
        aria-valuetext={t.compareValue(share)}
        onChange={(event) => setShare(event.target.valueAsNumber / 100)}
        className="peer pointer-events-none absolute inset-x-0 bottom-0 h-11 w-full opacity-0"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 w-px bg-paper peer-focus-visible:[&>span]:outline-2"
        style={{ left: `${share * 100}%` }}
      >
        <span className="absolute top-1/2 left-1/2 flex size-11 -translate-1/2 items-center justify-center rounded-[50%] border border-paper bg-night/70 text-paper outline-offset-3 outline-paper">
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            className="size-5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          >
            <path d="M7 5 2.5 10 7 15M13 5l4.5 5-4.5 5" />
          </svg>
        </span>
      </span>
    </div>
  )
}
