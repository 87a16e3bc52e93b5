import { type PerspectiveCamera, Vector3 } from 'three'
import type { ReactionKind, Reactions } from '@/lib/contracts/presence'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import { isInSight } from '../people/is-in-sight'
import { createMotes, liftOf, type Mote, opacityOf } from './motes'
import { reactionPaths } from './reaction-icon'

/** From how far one is seen, metres, and over how much of a work's width they rise. */
const [farthest, spread] = [14, 0.7]

export interface ReactionsLayer extends HallLayer {
  holder: HTMLElement | null
  hear(reactions: Reactions['reactions']): void
}

/**
 * Reactions, which float up from a work's upper edge and are gone: drawn over the canvas, so that they cost no draw call. Where motion is
 * unwelcome they appear above the work and fade without rising.
 */
export function createReactionsLayer(space: HallSpace, prefersStill: () => boolean, wake: () => void): ReactionsLayer {
  const motes = createMotes(new Map(space.works.map((work) => [work.artwork.id, work.index])))
  const drawn = new Map<Mote, SVGSVGElement>()
  const at = new Vector3()
  const eye = { x: 0, z: 0 }

  function show(mote: Mote, share: number, camera: PerspectiveCamera, width: number, height: number): void {
    const placement = space.works[mote.work]?.placement
    const element = drawn.get(mote)
    if (!placement || !element) return
    const [nx, nz] = placement.normal
    const aside = mote.aside * spread * placement.width
    const x = placement.x + nx * 0.12 - nz * aside
    const z = placement.z + nz * 0.12 + nx * aside
    at.set(x, placement.y + placement.height / 2 + 0.06 + liftOf(share, prefersStill()), z)
    const distance = Math.hypot(x - eye.x, z - eye.z)
    const isSeen = distance < farthest && isInSight(space.obstacles, eye, { x, z })
    at.project(camera)
    const isVisible = isSeen && at.z < 1 && Math.abs(at.x) < 1.05 && Math.abs(at.y) < 1.05
    const size = Math.max(0.55, Math.min(1.5, 3 / Math.max(0.5, distance)))
    const left = ((at.x + 1) / 2) * width
    const top = ((1 - at.y) / 2) * height
    const { style, dataset } = element
    style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -50%) scale(${size.toFixed(2)})`
    style.opacity = isVisible ? String(opacityOf(share)) : '0'
    if (isVisible && share > 0) dataset.seen = 'true'
  }

  function remove(mote: Mote): void {
    drawn.get(mote)?.remove()
    drawn.delete(mote)
  }

  return {
    holder: null,
    hear(reactions) {
      const { holder } = this
      if (!holder) return
      for (const mote of motes.hear(reactions)) {
        const element = drawing(mote.kind)
        holder.append(element)
        drawn.set(mote, element)
      }
      wake()
    },
    mount: () => ({
      objects: [],
      before: () => motes.count > 0,
      after(camera, width, height) {
        eye.x = camera.position.x
        eye.z = camera.position.z
        motes.step(performance.now(), (mote, share) => show(mote, share, camera, width, height), remove)
      },
      dispose() {
        motes.clear()
        for (const element of drawn.values()) element.remove()
        drawn.clear()
      },
    }),
  }
}

const svg = 'http://www.w3.org/2000/svg'

function drawing(kind: ReactionKind): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg')
  element.setAttribute('viewBox', '0 0 20 20')
  element.setAttribute('data-testid', 'hall-reaction')
  element.setAttribute('data-kind', kind)
  element.setAttribute('class', 'absolute top-0 left-0 size-7 rounded-full bg-paper/90 p-1 text-ink opacity-0')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', reactionPaths[kind])
  for (const [name, value] of Object.entries({ fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5' })) {
    path.setAttribute(name, value)
  }
  element.append(path)
  return element
}
