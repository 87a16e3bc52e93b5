import { expect, test } from 'vitest'
import type { RayHit } from '@/lib/hanging/cast-ray'
import { createLens } from './lens'
import { listenToPointer } from './pointer'
import type { Walker } from './walker'

/** A view of 1000 x 500 pixels that is pressed and dragged. `isHeld`: the mouse is held (pointer lock), and stays where it was caught. */
function openView(isHeld: boolean) {
  const ownerDocument = { pointerLockElement: null as EventTarget | null }
  const captured: number[] = []
  const element = Object.assign(new EventTarget(), {
    ownerDocument,
    style: { cursor: '' },
    clientHeight: 500,
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 1000, height: 500 }),
    setPointerCapture(id: number) {
      // As the standard has it.
      if (ownerDocument.pointerLockElement) throw new DOMException('the mouse is held', 'InvalidStateError')
      captured.push(id)
    },
  })
  if (isHeld) ownerDocument.pointerLockElement = element
  const picked: [number, number][] = []
  const looks: [number, number][] = []
  const clicked: RayHit[] = []
  const covered = { is: false }
  const hit: RayHit = { kind: 'floor', at: [0, 0], distance: 3 }
  const walker = {
    lens: createLens(),
    look: (dx: number, dy: number) => void looks.push([dx, dy]),
    pick(across: number, down: number) {
      picked.push([across, down])
      return hit
    },
  }
  listenToPointer(
    element as unknown as HTMLElement,
    walker as unknown as Walker,
    () => {},
    (at) => clicked.push(at),
    () => covered.is,
  )
  const tell = (type: string, at: { x: number; y: number; movementX?: number }, button = 0) => {
    const place = { clientX: at.x, clientY: at.y, movementX: at.movementX ?? 0, movementY: 0 }
    element.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, button, pointerType: 'mouse', ...place }))
  }
  return { tell, walker, picked, looks, clicked, captured, covered }
}

test('a press that does not move is a click on what lies under it', () => {
  const { tell, picked, clicked, captured } = openView(false)
  tell('pointerdown', { x: 250, y: 400 })
  tell('pointerup', { x: 252, y: 400 })
  expect([picked, clicked.length, captured]).toEqual([[[0.252, 0.8]], 1, [1]])
})

test('a press that moves turns the head, and is no click; nor is one of another button, or one that the browser took', () => {
  const { tell, looks, clicked } = openView(false)
  tell('pointerdown', { x: 250, y: 400 })
  tell('pointermove', { x: 350, y: 400 })
  tell('pointerup', { x: 350, y: 400 })
  expect(looks).toEqual([[expect.closeTo(100 * (0.87 / 500)), 0]])
  tell('pointerdown', { x: 250, y: 400 }, 2)
  tell('pointerup', { x: 250, y: 400 }, 2)
  tell('pointerdown', { x: 250, y: 400 })
  tell('pointercancel', { x: 250, y: 400 })
  expect(clicked).toEqual([])
})

test('while the mouse is held a click is on the middle of what is to be seen, and captures nothing', () => {
  const { tell, walker, picked, clicked, captured } = openView(true)
  const click = () => {
    tell('pointerdown', { x: 900, y: 20 })
    tell('pointerup', { x: 900, y: 20 })
  }
  click()
  // A panel covers the right third.
  walker.lens.cover(1 / 3, 0)
  click()
  expect([clicked.length, captured]).toEqual([2, []])
  expect(picked).toEqual([
    [0.5, 0.5],
    [expect.closeTo(1 / 3), 0.5],
  ])
})

test('while the mouse is held a press that moves it is no click', () => {
  const { tell, looks, clicked } = openView(true)
  tell('pointerdown', { x: 900, y: 20 })
  for (let step = 0; step < 5; step++) tell('pointermove', { x: 900, y: 20, movementX: 40 })
  tell('pointerup', { x: 900, y: 20 })
  expect([clicked, looks]).toEqual([[], []])
})

test('a drag that is still held when something covers the view turns nothing more', () => {
  const { tell, looks, clicked, covered } = openView(false)
  tell('pointerdown', { x: 250, y: 400 })
  tell('pointermove', { x: 350, y: 400 })
  covered.is = true
  tell('pointermove', { x: 450, y: 400 })
  tell('pointerup', { x: 450, y: 400 })
  expect([looks.length, clicked]).toEqual([1, []])
})
