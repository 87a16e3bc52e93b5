import type { InstancedBufferGeometry, Material } from 'three'
import { expect, test } from 'vitest'
import type { Person } from './crowd'
import { createFigures, mostFigures } from './figures'

const person = (index: number): Person => ({
  ...{ id: `guest-${index}`, name: '', isGuide: false, x: index % 25, z: Math.floor(index / 25), yaw: 0 },
  ...{ fromX: 0, fromZ: 0, fromYaw: 0, toX: 0, toZ: 0, toYaw: 0, began: 0, lasts: 0, presence: 1, isLeaving: false },
})
const crowd = (count: number) => Array.from({ length: count }, (_, index) => person(index))

test('500 visitors are one mesh, and one more in the mirror image of whichever room one is in', () => {
  const figures = createFigures()
  const rooms = [figures.mirrored(), figures.mirrored(), figures.mirrored()]
  figures.place(crowd(500), { x: 0, z: 0 }, () => 1)
  const geometry = figures.mesh.geometry as InstancedBufferGeometry
  expect(geometry.instanceCount).toBe(500)
  expect((geometry.index?.count ?? 0) / 3).toBe(4)
  expect(rooms.every((mesh) => mesh.geometry === geometry)).toBe(true)
  expect(new Set(rooms.map((mesh) => mesh.material as Material)).size).toBe(1)
  // Those in rooms that one is not in lie in scenes that are not drawn.
  expect([figures.mesh, ...rooms].every(({ visible }) => visible)).toBe(true)
})

test('nobody is no draw call, and no more than fit are drawn', () => {
  const figures = createFigures()
  figures.place([], { x: 0, z: 0 }, () => 1)
  expect(figures.mesh.visible).toBe(false)
  figures.place(crowd(mostFigures + 50), { x: 0, z: 0 }, () => 1)
  expect((figures.mesh.geometry as InstancedBufferGeometry).instanceCount).toBe(mostFigures)
})

test('the farthest are drawn first, since who is nearer may be seen through', () => {
  const figures = createFigures()
  figures.place(crowd(3), { x: 10, z: 0 }, () => 1)
  const place = figures.mesh.geometry.getAttribute('place')
  expect([place.getX(0), place.getX(1), place.getX(2)]).toEqual([0, 1, 2])
})
