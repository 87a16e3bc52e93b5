import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type ShaderMaterial,
} from 'three'
import { linear, type Rgb } from '@/lib/hanging/colour'
import type { Person } from './crowd'
import { makeFigureMaterial } from './figure-material'

/** Figures that one draw holds; the house tells of far fewer at a time. */
export const mostFigures = 512
/** Coats, and the guide's. */
const coats = ['#5b5855', '#616a72', '#8a776a', '#757c72', '#9a9082', '#6b5a58'].map(linear)
const guideCoat = linear('#d9cfbd')
/** Metres: how tall the smallest is, and how much taller the tallest. */
const height = { least: 1.58, spread: 0.24 } as const

export interface Figures {
  /** For the room itself. */
  readonly mesh: Mesh
  /** Another mesh of the same people, upside down, for a floor's mirror image. */
  mirrored(): Mesh
  /** Puts everybody where they are now, the farthest first. */
  place(people: readonly Person[], eye: { x: number; z: number }, lightAt: (person: Person) => number): void
  dispose(): void
}

/** All figures of a hall in one draw, whatever their number, and in one more where the floor mirrors them. */
export function createFigures(): Figures {
  const geometry = new InstancedBufferGeometry()
  // Two quads: the figure, which turns towards the eye, and its shadow on the floor.
  const corners = [-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1]
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3))
  geometry.setIndex([4, 5, 6, 4, 6, 7, 0, 1, 2, 0, 2, 3])
  const place = new InstancedBufferAttribute(new Float32Array(mostFigures * 4), 4).setUsage(DynamicDrawUsage)
  const coat = new InstancedBufferAttribute(new Float32Array(mostFigures * 4), 4).setUsage(DynamicDrawUsage)
  geometry.setAttribute('place', place)
  geometry.setAttribute('coat', coat)
  geometry.instanceCount = 0
  const materials: ShaderMaterial[] = []
  const meshes: Mesh[] = []
  const makeMesh = (material: ShaderMaterial) => {
    if (!materials.includes(material)) materials.push(material)
    const mesh = new Mesh(geometry, material)
    mesh.frustumCulled = false
    mesh.matrixAutoUpdate = false
    mesh.visible = false
    // After everything else that is transparent: labels and letters lie on walls, behind whoever stands before them.
    mesh.renderOrder = 5
    meshes.push(mesh)
    return mesh
  }
  const mesh = makeMesh(makeFigureMaterial(false))
  let reflected: ShaderMaterial | undefined
  const order: Person[] = []
  const distance = new WeakMap<Person, number>()
  const farFirst = (a: Person, b: Person) => (distance.get(b) ?? 0) - (distance.get(a) ?? 0)

  return {
    mesh,
    mirrored() {
      reflected ??= makeFigureMaterial(true)
      return makeMesh(reflected)
    },
    place(people, eye, lightAt) {
      order.length = 0
      for (const person of people) {
        if (order.length === mostFigures) break
        order.push(person)
        distance.set(person, (person.x - eye.x) ** 2 + (person.z - eye.z) ** 2)
      }
      order.sort(farFirst)
      for (let i = 0; i < order.length; i++) {
        const person = order[i] as Person
        place.setXYZW(i, person.x, person.z, person.yaw, tallness(person.id))
        const [r, g, b] = coatOf(person)
        const light = lightAt(person)
        coat.setXYZW(i, r * light, g * light, b * light, person.presence)
      }
      geometry.instanceCount = order.length
      for (const one of meshes) one.visible = order.length > 0
      if (order.length === 0) return
      place.needsUpdate = true
      coat.needsUpdate = true
    },
    dispose() {
      geometry.dispose()
      for (const material of materials) material.dispose()
    },
  }
}

/** 0 to 1, the same for the same id. */
function chance(id: string, salt: number): number {
  let sum = salt
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 65_521
  return sum / 65_521
}

export const tallness = (id: string) => height.least + height.spread * chance(id, 7)

function coatOf({ id, isGuide }: Person): Rgb {
  return isGuide ? guideCoat : (coats[Math.floor(chance(id, 3) * coats.length)] ?? guideCoat)
}
