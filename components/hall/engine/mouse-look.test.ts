import { expect, test } from 'vitest'
import { endMouseLook, listenToMouseLook, toggleMouseLook } from './mouse-look'

/** An element as the browser has it: it asks for the mouse, and may be refused. */
function openElement(answer: 'granted' | 'refused' | 'unknown') {
  const calls: string[] = []
  const ownerDocument = {
    pointerLockElement: null as EventTarget | null,
    exitPointerLock: () => {
      calls.push('exit')
      ownerDocument.pointerLockElement = null
    },
  }
  const ask = async () => {
    calls.push('ask')
    if (answer === 'refused') throw new DOMException('not now', 'NotAllowedError')
    ownerDocument.pointerLockElement = element
  }
  const element = Object.assign(new EventTarget(), {
    ownerDocument,
    requestPointerLock: answer === 'unknown' ? undefined : ask,
  })
  return { element: element as unknown as HTMLElement, ownerDocument, calls }
}

/** What a visitor sees of it. */
function listen(element: HTMLElement) {
  const looks: [number, number][] = []
  let woken = 0
  const stop = listenToMouseLook(element, { look: (dx, dy) => looks.push([dx, dy]) }, () => woken++)
  const move = (movementX: number, movementY: number) =>
    element.dispatchEvent(Object.assign(new Event('mousemove'), { movementX, movementY }))
  return { looks, stop, move, woken: () => woken }
}

test('the view follows a mouse that is held, and no other', () => {
  const { element } = openElement('granted')
  const { looks, move, woken } = listen(element)
  move(100, 0)
  expect([looks, woken()]).toEqual([[], 0])
  toggleMouseLook(element)
  move(100, -50)
  expect(looks).toEqual([[expect.closeTo(-0.22), expect.closeTo(0.11)]])
  expect(woken()).toBe(1)
})

test('asked for again it ends; so it does when one leaves, and only if it is ours', () => {
  const { element, calls, ownerDocument } = openElement('granted')
  toggleMouseLook(element)
  toggleMouseLook(element)
  expect([calls, ownerDocument.pointerLockElement]).toEqual([['ask', 'exit'], null])
  toggleMouseLook(element)
  listen(element).stop()
  expect(calls).toEqual(['ask', 'exit', 'ask', 'exit'])
  ownerDocument.pointerLockElement = new EventTarget()
  listen(element).stop()
  endMouseLook(element)
  expect(calls).toHaveLength(4)
})

test('after Escape, by which the browser ends it, the mouse turns nothing', () => {
  const { element, ownerDocument } = openElement('granted')
  const { looks, move } = listen(element)
  toggleMouseLook(element)
  ownerDocument.pointerLockElement = null
  move(100, 0)
  expect(looks).toEqual([])
})

test('a browser that refuses, or has never heard of it, is no fault', async () => {
  for (const answer of ['refused', 'unknown'] as const) {
    const { element, ownerDocument } = openElement(answer)
    // What a promise says that nobody listens to would fail the run.
    toggleMouseLook(element)
    await new Promise((resolve) => setImmediate(resolve))
    expect(ownerDocument.pointerLockElement).toBeNull()
  }
})
