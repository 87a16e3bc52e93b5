import { ShaderMaterial, type Texture, Vector2, Vector3, Vector4 } from 'three'
import type { WindowStyle } from '@/lib/hanging/atmosphere'
import type { Bounds } from '@/lib/hanging/walls'
import { common, noise } from './common'
import { outdoors } from './outdoors'

/* The mirror image is drawn upside down; the eye has to go below the floor with it. */
const vertexShader = /* glsl */ `
attribute vec2 onPane;
attribute vec2 paneSize;
varying vec3 vPoint;
varying vec2 vAt;
varying vec2 vSize;
void main() {
  vPoint = position;
  vAt = onPane;
  vSize = paneSize;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

const fragmentShader = (scene: WindowStyle['scene']) => /* glsl */ `
uniform sampler2D tile;
uniform vec4 house;
uniform vec2 pane;
uniform float bar;
uniform vec3 barColour;
uniform float air;
varying vec3 vPoint;
varying vec2 vAt;
varying vec2 vSize;
${common}${noise}${outdoors[scene]}
void main() {
  #ifdef REFLECTED
    vec3 eye = vec3(cameraPosition.x, -cameraPosition.y, cameraPosition.z);
  #else
    vec3 eye = cameraPosition;
  #endif
  vec3 colour = outdoors(vPoint, normalize(vPoint - eye)) * 1.06;
  vec2 count = max(vec2(1.0), floor(vSize / pane + 0.5));
  vec2 size = vSize / count;
  vec2 edge = size * 0.5 - abs(fract(vAt / size) - 0.5) * size;
  vec2 rim = min(vAt, vSize - vAt);
  vec2 pixel = max(vec2(fwidth(vAt.x), fwidth(vAt.y)), vec2(0.001));
  vec2 share = min(vec2(1.0), 2.0 * bar / pixel);
  vec2 bars = (1.0 - smoothstep(vec2(bar), vec2(bar) + pixel, edge)) * share;
  float frame = 1.0 - smoothstep(bar * 2.4, bar * 2.4 + max(pixel.x, pixel.y), min(rim.x, rim.y));
  colour = mix(colour, barColour * 0.55, max(frame, max(bars.x, bars.y)));
  gl_FragColor = finish(colour, vPoint.y);
}`

/** Seconds for which a light air has gone over the pond; shared by all panes, so that one number moves them. */
export interface Air {
  value: number
}

export function makePaneMaterial(
  style: WindowStyle,
  bounds: Bounds,
  tile: Texture,
  air: Air,
  isReflected: boolean,
): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader: fragmentShader(style.scene),
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: {
      tile: { value: tile },
      air,
      house: { value: new Vector4(bounds.minX, bounds.minZ, bounds.maxX, bounds.maxZ) },
      pane: { value: new Vector2(...style.pane) },
      bar: { value: style.bar },
      barColour: { value: new Vector3(...style.barColour) },
    },
  })
}
