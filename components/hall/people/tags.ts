import { type PerspectiveCamera, Vector3 } from 'three'
import type { Obstacles } from '@/lib/hanging/obstacles'
import type { Person } from './crowd'
import { tallness } from './figures'
import { isInSight } from './is-in-sight'

/** Names shown at once. */
const mostTags = 6
/** Metres from which a name is shown: one has come near, or it is a guide, who wants to be found. */
const nearness = { visitor: 3, guide: 9 } as const

export interface Tags {
  /** Where they go; null while there is none. */
  holder: HTMLElement | null
  show(people: readonly Person[], camera: PerspectiveCamera, width: number, height: number): void
}

/** Names over heads, as ordinary text over the canvas: sharp, in both scripts, and without a draw call. */
export function createTags(obstacles: Obstacles, wordsFor: (person: Person) => string): Tags {
  const elements: HTMLElement[] = []
  const at = new Vector3()
  const near: Person[] = []
  const eye = { x: 0, z: 0 }
  const distanceOf = (person: Person) => Math.hypot(person.x - eye.x, person.z - eye.z)
  const nearFirst = (a: Person, b: Person) => distanceOf(a) - distanceOf(b)

  function elementAt(index: number, holder: HTMLElement): HTMLElement {
    const present = elements[index]
    if (present?.parentElement === holder) return present
    const element = document.createElement('span')
    element.className =
      'absolute top-0 left-0 max-w-48 truncate rounded bg-paper/90 px-2 py-0.5 text-label text-ink transition-opacity duration-200'
    element.dataset.testid = 'hall-name'
    holder.append(element)
    elements[index] = element
    return element
  }

  return {
    holder: null,
    show(people, camera, width, height) {
      const { holder } = this
      if (!holder) return
      eye.x = camera.position.x
      eye.z = camera.position.z
      near.length = 0
      for (const person of people) {
        const reach = person.isGuide ? nearness.guide : nearness.visitor
        if (person.presence > 0.5 && !person.isLeaving && distanceOf(person) < reach) near.push(person)
      }
      near.sort(nearFirst)
      let shown = 0
      for (const person of near) {
        if (shown === mostTags) break
        at.set(person.x, tallness(person.id) + 0.06, person.z).project(camera)
        if (at.z > 1 || Math.abs(at.x) > 1 || Math.abs(at.y) > 1 || !isInSight(obstacles, eye, person)) continue
        const element = elementAt(shown, holder)
        const words = wordsFor(person)
        if (element.textContent !== words) element.textContent = words
        const [x, y] = [((at.x + 1) / 2) * width, ((1 - at.y) / 2) * height]
        element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -100%)`
        element.style.opacity = '1'
        shown++
      }
      for (let i = shown; i < elements.length; i++) (elements[i] as HTMLElement).style.opacity = '0'
    },
  }
}
