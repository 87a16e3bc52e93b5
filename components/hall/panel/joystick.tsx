'use client'

import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { Walker } from '../engine/walker'

interface JoystickProps {
  walker: Walker
  locale: Locale
  /** The visitor has touched the screen: it is shown though their first pointer may be a mouse. */
  isTouched: boolean
  wake(): void
}

/** Whether anything was touched with a finger since the page came. */
export function useTouch(): boolean {
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    if (isTouched) return
    const listen = (event: globalThis.PointerEvent) => event.pointerType === 'touch' && setTouched(true)
    window.addEventListener('pointerdown', listen, { capture: true })
    return () => window.removeEventListener('pointerdown', listen, { capture: true })
  }, [isTouched])
  return isTouched
}

/** How far the thumb's knob goes, pixels. */
const reach = 36

/** Walking by thumb, for who touches: forwards, backwards and sideways, faster the farther it is pushed. */
export function Joystick({ walker, locale, isTouched, wake }: JoystickProps) {
  const knob = useRef<HTMLSpanElement>(null)
  // Where the thumb came down on: walking away from a work closes its label, and the joystick moves under the thumb.
  const middle = useRef({ x: 0, y: 0 })
  useEffect(
    () => () => {
      walker.stick.x = walker.stick.y = 0
    },
    [walker],
  )
  const push = (x: number, y: number) => {
    walker.stick.x = x
    walker.stick.y = -y
    if (knob.current) knob.current.style.transform = `translate(${x * reach}px, ${y * reach}px)`
    wake()
  }
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const [dx, dy] = [event.clientX - middle.current.x, event.clientY - middle.current.y]
    const length = Math.max(reach, Math.hypot(dx, dy))
    push(dx / length, dy / length)
  }
  const release = () => push(0, 0)
  return (
    <div
      data-testid="hall-joystick"
      title={hallMessages[locale].joystick}
      className={`${isTouched ? 'flex' : 'hidden pointer-coarse:flex'} pointer-events-auto size-28 shrink-0 touch-none items-center justify-center rounded-full border-2 border-paper/80 bg-night/20`}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        middle.current = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
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
