import { ShaderMaterial, type Texture } from 'three'
import { common } from './common'

/** Skirtings, mouldings, door frames, lamps, benches: colour and light lie in the vertices; wood takes its grain from a tile. */
const vertexShader = /* glsl */ `
attribute vec3 colour;
attribute vec3 fibre;
varying vec3 vColour;
varying vec3 vFibre;
varying float vHeight;
void main() {
  vColour = colour;
  vFibre = fibre;
  vec4 world = modelMatrix * vec4(position, 1.0);
  vHeight = abs(world.y);
  gl_Position = projectionMatrix * viewMatrix * world;
}`

const fragmentShader = /* glsl */ `
uniform sampler2D tile;
varying vec3 vColour;
varying vec3 vFibre;
varying float vHeight;
${common}
void main() {
  float grain = (texture(tile, vFibre.xy).r - 0.5) * vFibre.z;
  gl_FragColor = finish(vColour * (1.0 + 0.7 * grain), vHeight);
}`

export function makeFittingsMaterial(tile: Texture, isReflected: boolean): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: { tile: { value: tile } },
  })
}
