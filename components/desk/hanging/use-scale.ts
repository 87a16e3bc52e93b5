'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Pixels around the wall: measures stand below it, heights to its left. */
export const margin = { side: 32, top: 18, bottom: 58 }

/** On a narrow screen a wall is scrolled along rather than made too small to touch, pixels a metre. */
const leastScale = 44

/** Pixels a metre at which a wall fills its frame; null until the frame has been measured. */
export function useScale(frame: RefObject<HTMLElement | null>, length: number, height: number): number | null {
  const [size, setSize] = useState<[number, number] | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize([element.clientWidth, element.clientHeight]))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  if (!size) return null
  const byWidth = (size[0] - 2 * margin.side) / length
  const byHeight = (size[1] - margin.top - margin.bottom) / height
  return Math.min(byHeight, Math.max(byWidth, leastScale))
}
