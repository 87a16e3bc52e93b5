import { CylinderGeometry, Group, Mesh, RingGeometry, ShaderMaterial } from 'three'
import type { Pose } from '@/lib/hanging/viewing-pose'

/** What shows where a hand points: a ray from the hand, and a ring on the floor where one would stand. */
export interface Pointer {
  /** To be hung on the hand. */
  ray: Group
  /** To be laid on the floor of the scene. */
  ring: Mesh
  /** Null: it leads nowhere. */
  show(target: Pose | null): void
  dispose(): void
}

/** Metres: as far as the ray is seen, and the ring's middle and breadth. */
const rayLength = 3
const ring = { radius: 0.25, breadth: 0.09 } as const

const vertexShader = /* glsl */ `
varying vec3 vAt;
void main() {
  vAt = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** Pale with a dark rim: rooms may be white or black. */
const ringShader = /* glsl */ `
varying vec3 vAt;
void main() {
  float off = abs(length(vAt.xy) - ${ring.radius.toFixed(3)}) / ${(ring.breadth / 2).toFixed(3)};
  float core = 1.0 - smoothstep(0.5, 0.62, off);
  gl_FragColor = vec4(mix(vec3(0.08), vec3(0.98, 0.96, 0.92), core), mix(0.45 * (1.0 - off), 0.95, core));
}`

const rayShader = /* glsl */ `
uniform vec3 colour;
uniform float strength;
varying vec3 vAt;
void main() {
  float rest = 1.0 + vAt.z / ${rayLength.toFixed(1)};
  gl_FragColor = vec4(colour, strength * rest * rest);
}`

export function createPointer(): Pointer {
  const circle = new Mesh(
    new RingGeometry(ring.radius - ring.breadth / 2, ring.radius + ring.breadth / 2, 48),
    materialOf(ringShader),
  )
  circle.rotation.x = -Math.PI / 2
  circle.visible = false
  const strands = [makeStrand(0.0035, [0.08, 0.08, 0.08], 0.4), makeStrand(0.0018, [0.98, 0.96, 0.92], 0.95)]
  const ray = new Group()
  ray.add(...strands)
  return {
    ray,
    ring: circle,
    show(target) {
      circle.visible = target !== null
      // Above the floor by a hair, so that it wins.
      if (target) circle.position.set(target.x, 0.012, target.z)
      // One that leads nowhere is only a hand: it should not lie across the work that one looks at.
      ray.scale.z = target ? 1 : 0.12
    },
    dispose() {
      ray.removeFromParent()
      circle.removeFromParent()
      for (const { geometry, material } of [circle, ...strands]) {
        geometry.dispose()
        material.dispose()
      }
    },
  }
}

/** A thin rod along -z, thinner towards its end. */
function makeStrand(radius: number, colour: readonly number[], strength: number) {
  const material = materialOf(rayShader)
  material.uniforms = { colour: { value: colour }, strength: { value: strength } }
  const geometry = new CylinderGeometry(radius / 3, radius, rayLength, 8, 1, true)
  geometry.rotateX(-Math.PI / 2).translate(0, 0, -rayLength / 2)
  return new Mesh(geometry, material)
}

const materialOf = (fragmentShader: string) =>
  new ShaderMaterial({ vertexShader, fragmentShader, transparent: true, depthWrite: false })
