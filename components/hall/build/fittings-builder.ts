import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Rgb } from '@/lib/hanging/colour'
import type { RoomLight } from '@/lib/hanging/light/room-light'

type Vector = readonly [number, number, number]

/**
 * Collects faces whose colour times light is computed once, at their corners. Corners run counter-clockwise as one
 * looks at the face.
 */
export class FittingsBuilder {
  private readonly position: number[] = []
  private readonly colour: number[] = []
  /** Where the wood's tile is, and how much of it shows. */
  private readonly fibre: number[] = []
  private readonly index: number[] = []
  private readonly lit = new Float32Array(3)
  /** Neighbouring faces share corners. */
  private readonly known = new Map<string, Rgb>()

  constructor(private readonly light: RoomLight) {}

  /** `shade` per corner multiplies the light: 1 open, 0 fully hidden from it. */
  quad(
    corners: readonly [Vector, Vector, Vector, Vector],
    colour: Rgb,
    normal: Vector,
    shade = 1,
    fibres?: readonly Vector[],
  ): void {
    const first = this.position.length / 3
    for (const corner of corners) {
      const lit = this.lightAt(corner, normal)
      this.vertex(corner, [colour[0] * lit[0] * shade, colour[1] * lit[1] * shade, colour[2] * lit[2] * shade])
    }
    for (let at = 0; at < 4; at++) this.fibre.push(...(fibres?.[at] ?? plain))
    this.index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  /** A face of something round: a normal for each corner. */
  smooth(corners: readonly [Vector, Vector, Vector, Vector], colour: Rgb, normals: readonly Vector[]): void {
    const first = this.position.length / 3
    corners.forEach((corner, at) => {
      const lit = this.lightAt(corner, normals[at] as Vector)
      this.vertex(corner, [colour[0] * lit[0], colour[1] * lit[1], colour[2] * lit[2]])
      this.fibre.push(...plain)
    })
    this.index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  /** A piece of a beam: a box without its ends and its top, which nobody sees. */
  beam(middle: Vector, size: Vector, turn: number, colour: Rgb, isWood: boolean): void {
    this.box(middle, size, turn, colour, 0.9, isWood, [3, 4, 5])
  }

  /** A face that shines by itself, or whose light is known: one colour per corner. */
  shining(corners: readonly [Vector, Vector, Vector, Vector], colours: readonly [Rgb, Rgb, Rgb, Rgb]): void {
    const first = this.position.length / 3
    corners.forEach((corner, at) => {
      this.vertex(corner, colours[at] as Rgb)
      this.fibre.push(...plain)
    })
    this.index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  /** A box around `middle`, turned about the vertical; `size` along its own x, y and z. Wood has its fibres along x. */
  box(
    middle: Vector,
    size: Vector,
    turn: number,
    colour: Rgb,
    shade = 1,
    isWood = false,
    sides: readonly number[] = allSides,
  ): void {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const spin = ([x, y, z]: Vector): Vector => [x * cos + z * sin, y, z * cos - x * sin]
    const at = ([x, y, z]: Vector): Vector => {
      const [px, py, pz] = spin([(x * size[0]) / 2, (y * size[1]) / 2, (z * size[2]) / 2])
      return [middle[0] + px, middle[1] + py, middle[2] + pz]
    }
    for (const side of sides) {
      const [normal, u, v] = faces[side] as (typeof faces)[number]
      const local = (a: number, b: number): Vector => [
        normal[0] + u[0] * a + v[0] * b,
        normal[1] + u[1] * a + v[1] * b,
        normal[2] + u[2] * a + v[2] * b,
      ]
      const corners = [local(-1, -1), local(1, -1), local(1, 1), local(-1, 1)] as const
      const fibres = corners.map(([x, y, z]): Vector => {
        const across = (y * size[1] + z * size[2]) / 2 + middle[0] * 3.1 + middle[2] * 1.7
        return [across / 1.2, (x * size[0]) / 8, isWood ? 1 : 0]
      })
      this.quad([at(corners[0]), at(corners[1]), at(corners[2]), at(corners[3])], colour, spin(normal), shade, fibres)
    }
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new Float32BufferAttribute(this.position, 3))
    geometry.setAttribute('colour', new Float32BufferAttribute(this.colour, 3))
    geometry.setAttribute('fibre', new Float32BufferAttribute(this.fibre, 3))
    geometry.setIndex(this.index)
    return geometry
  }

  /** Light on a face at a corner of it. */
  private lightAt([x, y, z]: Vector, [nx, ny, nz]: Vector): Rgb {
    const key = [x, y, z, nx, ny, nz].map((value) => Math.round(value * 1000)).join()
    const known = this.known.get(key)
    if (known) return known
    this.light.gather(this.lit, x + nx * 0.01, y + ny * 0.01, z + nz * 0.01, nx, ny, nz)
    const lit: Rgb = [this.lit[0] as number, this.lit[1] as number, this.lit[2] as number]
    this.known.set(key, lit)
    return lit
  }

  private vertex(at: Vector, colour: Rgb): void {
    this.position.push(...at)
    this.colour.push(...colour)
  }
}

const plain: Vector = [0, 0, 0]
const allSides = [0, 1, 2, 3, 4, 5] as const

/** Normal and two directions with u x v = normal, for the six faces of a box. */
const faces: readonly (readonly [Vector, Vector, Vector])[] = [
  [
    [1, 0, 0],
    [0, 0, -1],
    [0, 1, 0],
  ],
  [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
  [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
  ],
  [
    [0, -1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ],
  [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [0, 0, -1],
    [-1, 0, 0],
    [0, 1, 0],
  ],
]
