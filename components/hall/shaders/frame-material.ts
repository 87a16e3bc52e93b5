import { ShaderMaterial, type Texture } from 'three'
import { common } from './common'

/*
 * A frame's geometry is one unit frame; every instance stretches it to its work. `corner` is the sign of the corner, `run` how far the point
 * lies outwards in mats (x) and mouldings (y), and `rise` its depth as a share of the frame's. So one draw makes all frames of a room.
 */
const vertexShader = /* glsl */ `
attribute vec2 corner;
attribute vec3 run;
attribute vec3 facet;
attribute float isMat;
attribute float side;
attribute vec3 place;
attribute vec2 facing;
attribute vec4 size;
attribute vec4 style;
attribute vec3 wood;
attribute vec3 light;
attribute vec3 lamp;
varying vec3 vNormal;
varying vec3 vAt;
varying vec3 vColour;
varying vec3 vLight;
varying vec3 vLamp;
varying float vSheen;
varying vec3 vWorld;
void main() {
  vec2 flat_ = corner * (size.xy * 0.5 + size.z * run.x + size.w * run.y);
  float depth = style.x * run.z;
  vec3 right = vec3(facing.y, 0.0, -facing.x);
  vec3 out_ = vec3(facing.x, 0.0, facing.y);
  vec3 world = place + right * flat_.x + vec3(0.0, flat_.y, 0.0) + out_ * depth;
  vNormal = facet;
  /* Fibres run along each side: across it, along it, and how much of them the paint lets through. */
  float across = size.w * run.y + depth;
  float along = side > 0.5 ? flat_.y : flat_.x;
  vAt = vec3(across + dot(place, vec3(3.1, 1.7, 2.3)), along, isMat > 0.5 ? 0.0 : style.y);
  vColour = isMat > 0.5 ? vec3(0.86, 0.84, 0.79) : wood;
  vLight = light;
  vLamp = lamp;
  vSheen = isMat > 0.5 ? 0.0 : style.z;
  vec4 moved = modelMatrix * vec4(world, 1.0);
  vWorld = moved.xyz;
  gl_Position = projectionMatrix * viewMatrix * moved;
}`

const fragmentShader = /* glsl */ `
uniform sampler2D tile;
varying vec3 vNormal;
varying vec3 vAt;
varying vec3 vColour;
varying vec3 vLight;
varying vec3 vLamp;
varying float vSheen;
varying vec3 vWorld;
${common}
void main() {
  vec3 n = normalize(vNormal);
  vec3 toLamp = normalize(vec3(0.0, 0.82, 0.57));
  float sky = 0.72 + 0.28 * n.y + 0.12 * n.z;
  float lit = max(dot(n, toLamp), 0.0) * 1.5;
  vec3 colour = vColour;
  float grain = texture(tile, vAt.xy / vec2(1.2, 4.0)).r;
  colour *= 1.0 + (grain - 0.5) * vAt.z;
  vec3 shown = colour * (vLight * sky + vLamp * lit);
  /* Gilding mirrors the room: bright above, dark below, in the metal's own colour. */
  float glint = smoothstep(0.1, 0.9, dot(n, normalize(vec3(0.0, 0.6, 0.8))));
  shown += vSheen * colour * (vLight + vLamp) * (0.9 * glint * glint - 0.15);
  gl_FragColor = finish(max(shown, 0.0), abs(vWorld.y));
}`

export function makeFrameMaterial(tile: Texture, isReflected: boolean): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: { tile: { value: tile } },
  })
}
