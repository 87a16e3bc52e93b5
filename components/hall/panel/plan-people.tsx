'use client'

import { useEffect, useRef } from 'react'
import type { Person } from '../people/crowd'
import { dotsOf } from '../people/dots-of'

/** How often the plan looks where people are, ms. */
const lookEveryMs = 500

const svg = 'http://www.w3.org/2000/svg'

/** Everybody else as quiet dots on the plan, metres; guides are larger. Moved from outside React. */
export function PlanPeople({ people }: { people: readonly Person[] }) {
  const group = useRef<SVGGElement>(null)
  useEffect(() => {
    const show = () => {
      const place = group.current
      if (!place) return
      const dots = dotsOf(people)
      while (place.childElementCount > dots.length) place.lastElementChild?.remove()
      while (place.childElementCount < dots.length) place.append(document.createElementNS(svg, 'circle'))
      dots.forEach(({ x, z, isGuide }, index) => {
        const dot = place.children[index]
        dot?.setAttribute('cx', x.toFixed(1))
        dot?.setAttribute('cy', z.toFixed(1))
        dot?.setAttribute('r', isGuide ? '0.32' : '0.22')
      })
    }
    show()
    const timer = setInterval(show, lookEveryMs)
    return () => clearInterval(timer)
  }, [people])
  return <g ref={group} data-testid="hall-plan-people" className="fill-secondary" />
}
