'use client'

import { type PointerEvent, useRef } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { Walker } from '../engine/walker'

interface JoystickProps {
  walker: Walker
  locale: Locale
  wake(): void
}

/** How far the thumb's knob goes, pixels. */
const reach = 36

/** Walking by thumb, where the pointer is coarse: forwards, backwards and sideways, faster the farther it is pushed. */
export function Joystick({ walker, locale, wake }: JoystickProps) {
  const knob = useRef<HTMLSpanElement>(null)
  const push = (x: number, y: number) => {
    walker.stick.x = x
    walker.stick.y = -y
    if (knob.current) knob.current.style.transform = `translate(${x * reach}px, ${y * reach}px)`
    wake()
  }
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.getBoundingClientRect()
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2]
    const length = Math.max(reach, Math.hypot(dx, dy))
    push(dx / length, dy / length)
  }
  const release = () => push(0, 0)
  return (
    <div
      data-testid="hall-joystick"
      title={hallMessages[locale].joystick}
      className="hidden size-28 touch-none items-center justify-center rounded-full border-2 border-paper/80 bg-night/20 pointer-coarse:flex"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={follow}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <span ref={knob} className="size-12 rounded-full bg-paper/90" />
    </div>
  )
}
