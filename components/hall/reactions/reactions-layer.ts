import { type PerspectiveCamera, Vector3 } from 'three'
import { type ReactionKind, type Reactions, reactionKinds } from '@/lib/contracts/presence'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import { isInSight } from '../people/is-in-sight'
import { reactionPaths } from './reaction-icon'

/** How long one floats, ms, and how far, metres. */
const [life, rise] = [3_200, 0.55]
/** Of one work at a time, and of all works together. */
const [mostOfAWork, most] = [12, 40]
/** Between two of the same work that came together, ms. */
const apart = 160
const farthest = 14

interface Mote {
  element: SVGSVGElement
  work: number
  /** Metres along the wall from the work's middle. */
  aside: number
  /** Milliseconds after the first frame that knows of it. */
  later: number
  /** When it appears; NaN until a frame knows of it: on a slow device it lives as long as on any. */
  born: number
}

export interface ReactionsLayer extends HallLayer {
  holder: HTMLElement | null
  hear(reactions: Reactions['reactions']): void
}

/**
 * Reactions, which float up from a work's upper edge and are gone: drawn over the canvas, so that they cost no draw call. Where motion is
 * unwelcome they appear above the work and fade without rising.
 */
export function createReactionsLayer(space: HallSpace, prefersStill: () => boolean, wake: () => void): ReactionsLayer {
  const motes: Mote[] = []
  const at = new Vector3()
  const indexOf = new Map(space.works.map((work) => [work.artwork.id, work.index]))
  const eye = { x: 0, z: 0 }

  function release(work: number, kind: ReactionKind, later: number, holder: HTMLElement): void {
    const element = drawing(kind)
    holder.append(element)
    const width = space.works[work]?.placement.width ?? 1
    motes.push({ element, work, aside: (Math.random() - 0.5) * width * 0.7, later, born: Number.NaN })
  }

  function show(mote: Mote, age: number, camera: PerspectiveCamera, width: number, height: number): void {
    const placement = space.works[mote.work]?.placement
    if (!placement || age < 0) return
    const [nx, nz] = placement.normal
    const share = age / life
    const up = prefersStill() ? rise * 0.3 : rise * (1 - (1 - share) ** 2)
    const x = placement.x + nx * 0.12 - nz * mote.aside
    const z = placement.z + nz * 0.12 + nx * mote.aside
    at.set(x, placement.y + placement.height / 2 + 0.06 + up, z)
    const distance = Math.hypot(x - eye.x, z - eye.z)
    const isSeen = distance < farthest && isInSight(space.obstacles, eye, { x, z })
    at.project(camera)
    const isVisible = isSeen && at.z < 1 && Math.abs(at.x) < 1.05 && Math.abs(at.y) < 1.05
    const size = Math.max(0.55, Math.min(1.5, 3 / Math.max(0.5, distance)))
    const left = ((at.x + 1) / 2) * width
    const top = ((1 - at.y) / 2) * height
    const style = mote.element.style
    style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -50%) scale(${size.toFixed(2)})`
    style.opacity = isVisible ? String(Math.min(1, share * 8) * Math.min(1, (1 - share) * 2.5)) : '0'
  }

  return {
    holder: null,
    hear(reactions) {
      const { holder } = this
      if (!holder) return
      for (const [artworkId, kind, count] of reactions) {
        const work = indexOf.get(artworkId)
        if (work === undefined) continue
        const there = motes.filter((mote) => mote.work === work).length
        const room = Math.min(count, mostOfAWork - there, most - motes.length)
        for (let i = 0; i < room; i++) release(work, kind, i * apart, holder)
      }
      wake()
    },
    mount: () => ({
      objects: [],
      before: () => motes.length > 0,
      after(camera, width, height) {
        eye.x = camera.position.x
        eye.z = camera.position.z
        const now = performance.now()
        for (let i = motes.length - 1; i >= 0; i--) {
          const mote = motes[i] as Mote
          if (Number.isNaN(mote.born)) mote.born = now + mote.later
          const age = now - mote.born
          if (age < life) show(mote, age, camera, width, height)
          else {
            mote.element.remove()
            motes.splice(i, 1)
          }
        }
      },
      dispose() {
        for (const { element } of motes.splice(0)) element.remove()
      },
    }),
  }
}

const svg = 'http://www.w3.org/2000/svg'

function drawing(kind: ReactionKind): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg')
  element.setAttribute('viewBox', '0 0 20 20')
  element.setAttribute('data-testid', 'hall-reaction')
  element.setAttribute('data-kind', reactionKinds.includes(kind) ? kind : '')
  element.setAttribute('class', 'absolute top-0 left-0 size-7 rounded-full bg-paper/90 p-1 text-ink opacity-0')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', reactionPaths[kind])
  for (const [name, value] of Object.entries({ fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5' })) {
    path.setAttribute(name, value)
  }
  element.append(path)
  return element
}
