import { ShaderMaterial } from 'three'
import { common } from './common'

/** Skirtings, mouldings, door frames, lamps, benches: colour and light lie in the vertices. */
const vertexShader = /* glsl */ `
attribute vec3 colour;
varying vec3 vColour;
varying float vHeight;
void main() {
  vColour = colour;
  vec4 world = modelMatrix * vec4(position, 1.0);
  vHeight = abs(world.y);
  gl_Position = projectionMatrix * viewMatrix * world;
}`

const fragmentShader = /* glsl */ `
varying vec3 vColour;
varying float vHeight;
${common}
void main() { gl_FragColor = finish(vColour, vHeight); }`

export function makeFittingsMaterial(isReflected: boolean): ShaderMaterial {
  return new ShaderMaterial({ vertexShader, fragmentShader, defines: isReflected ? { REFLECTED: 1 } : {} })
}
