import {
  BoxGeometry,
  InstancedMesh,
  LinearMipmapLinearFilter,
  Mesh,
  Object3D,
  PlaneGeometry,
  ShaderMaterial,
  SRGBColorSpace,
  Texture,
} from 'three'
import { linear } from '@/lib/hanging/colour'
import { common } from '../shaders/common'
import { makePictureMaterial } from '../shaders/picture-material'
import type { EaselPlace } from './easel-footing'

/** The picture's longer side, metres, and how far the easel leans back, radians. */
const canvas = { long: 0.72, lean: 0.14 } as const
/** Of the canvas on its stretcher, metres. */
const thick = 0.022
/** Each part: its middle, its size, how it is tilted (about x, then about z). */
const parts = [
  { at: [-0.34, 0.86, 0.06], size: [0.035, 1.76, 0.03], turn: [canvas.lean, 0.12] },
  { at: [0.34, 0.86, 0.06], size: [0.035, 1.76, 0.03], turn: [canvas.lean, -0.12] },
  { at: [0, 0.86, 0.42], size: [0.03, 1.78, 0.035], turn: [-0.3, 0] },
  { at: [0, 0.9, 0.03], size: [0.86, 0.035, 0.07], turn: [canvas.lean, 0] },
  { at: [0, 0.42, 0], size: [0.72, 0.03, 0.02], turn: [canvas.lean, 0] },
] as const

/** An easel of wood with a picture on it, as three.js draws it; unseen until it is made visible. `light`: the room's, 1 for plain day. */
export function buildEasel(place: EaselPlace, light: number) {
  const group = new Object3D()
  group.position.set(place.x, 0, place.z)
  group.rotation.y = place.yaw
  group.visible = false
  const box = new BoxGeometry(1, 1, 1)
  const wood = makeWoodMaterial(light)
  const frame = new InstancedMesh(box, wood, parts.length)
  const part = new Object3D()
  for (const [index, { at, size, turn }] of parts.entries()) {
    part.position.fromArray([...at])
    part.rotation.set(turn[0], 0, turn[1])
    part.scale.fromArray([...size])
    part.updateMatrix()
    frame.setMatrixAt(index, part.matrix)
  }
  // What is painted on has an edge.
  const edge = makeWoodMaterial(light, '#e6dfd0')
  const board = new InstancedMesh(box, edge, 1)
  board.frustumCulled = false
  const plane = new PlaneGeometry(1, 1)
  const shade = makeShadeMaterial()
  const shadow = new Mesh(plane, shade)
  shadow.rotation.x = -Math.PI / 2
  shadow.position.set(0, 0.006, 0.2)
  shadow.scale.set(1.5, 1.25, 1)
  shadow.renderOrder = 1
  const picture = makePictureMaterial()
  const mesh = new Mesh(plane, picture)
  // A plane looks along +z; who comes in stands on the other side.
  mesh.rotation.set(canvas.lean, Math.PI, 0)
  mesh.renderOrder = 2
  group.add(shadow, frame, board, mesh)
  const uniforms = picture.uniforms as { picture: { value: Texture | null }; presence: { value: number } }
  const drop = () => {
    uniforms.picture.value?.dispose()
    // Nothing but the memory's end would free what the browser decoded, and a new one comes every second.
    ;(uniforms.picture.value?.image as ImageBitmap | undefined)?.close()
    uniforms.picture.value = null
  }
  return {
    group,
    setPicture(bitmap: ImageBitmap | null) {
      drop()
      if (!bitmap) return
      const texture = new Texture(bitmap)
      texture.colorSpace = SRGBColorSpace
      texture.flipY = false
      texture.minFilter = LinearMipmapLinearFilter
      texture.needsUpdate = true
      uniforms.picture.value = texture
      uniforms.presence.value = 1
      const long = Math.max(bitmap.width, bitmap.height)
      const [width, height] = [(canvas.long * bitmap.width) / long, (canvas.long * bitmap.height) / long]
      mesh.scale.set(width, height, 1)
      // It stands on the ledge, whatever its shape.
      const back = 0.035 + (height / 2 + 0.06) * Math.sin(canvas.lean)
      mesh.position.set(0, 0.92 + height / 2, back)
      part.position.set(0, 0.92 + height / 2, back + thick / 2 + 0.001)
      part.rotation.set(canvas.lean, 0, 0)
      part.scale.set(width + 0.004, height + 0.004, thick)
      part.updateMatrix()
      board.setMatrixAt(0, part.matrix)
      board.instanceMatrix.needsUpdate = true
    },
    dispose() {
      drop()
      box.dispose()
      plane.dispose()
      for (const material of [wood, edge, shade, picture]) material.dispose()
      frame.dispose()
      board.dispose()
    },
  }
}

/** Where it stands less light comes to the floor: most under its feet. */
function makeShadeMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: /* glsl */ `
      varying vec2 vAt;
      void main() {
        vAt = position.xy * 2.0;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      varying vec2 vAt;
      void main() {
        float near = 1.0 - smoothstep(0.0, 1.0, length(vAt));
        gl_FragColor = vec4(0.0, 0.0, 0.0, 0.42 * near * near);
      }`,
    transparent: true,
    depthWrite: false,
  })
}

function makeWoodMaterial(light: number, colour = '#8a6a48'): ShaderMaterial {
  const [r, g, b] = linear(colour)
  return new ShaderMaterial({
    vertexShader: /* glsl */ `
      varying vec3 vNormal;
      varying float vHeight;
      void main() {
        vNormal = normalize(mat3(modelMatrix) * mat3(instanceMatrix) * normal);
        vec4 world = modelMatrix * instanceMatrix * vec4(position, 1.0);
        vHeight = world.y;
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 wood;
      varying vec3 vNormal;
      varying float vHeight;
      ${common}
      void main() {
        float shade = 0.62 + 0.3 * vNormal.y + 0.12 * vNormal.x;
        gl_FragColor = finish(wood * shade * mix(0.7, 1.0, smoothstep(0.0, 0.5, vHeight)), 0.0);
      }`,
    uniforms: { wood: { value: [r * light, g * light, b * light] } },
  })
}
