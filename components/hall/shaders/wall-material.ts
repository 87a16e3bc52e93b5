import { ShaderMaterial, type Texture, Vector3 } from 'three'
import type { Atmosphere, WallKind } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import { common } from './common'

const vertexShader = /* glsl */ `
attribute vec3 light;
attribute vec2 onWall;
attribute vec2 wallEnds;
attribute vec4 workLeft;
attribute vec4 workHere;
attribute vec4 workRight;
attribute vec3 glowLeft;
attribute vec3 glowHere;
attribute vec3 glowRight;
varying vec3 vGlowLeft;
varying vec3 vGlowHere;
varying vec3 vGlowRight;
varying vec3 vLight;
varying vec2 vAt;
varying vec2 vEnds;
varying vec4 vLeft;
varying vec4 vHere;
varying vec4 vRight;
void main() {
  vLight = light;
  vAt = onWall;
  vEnds = wallEnds;
  vLeft = workLeft;
  vHere = workHere;
  vRight = workRight;
  vGlowLeft = glowLeft;
  vGlowHere = glowHere;
  vGlowRight = glowRight;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/*
 * A work is (along, height of centre, width, height) in metres; width 0 stands for none. The wall is cut into strips so that a fragment has
 * to know only the nearest work and its neighbours: constant cost, however many hang there.
 */
const fragmentShader = /* glsl */ `
uniform vec3 wallColour;
uniform vec3 dadoColour;
uniform float dadoHeight;
uniform vec3 lampColour;
uniform float roomHeight;
uniform sampler2D tile;
uniform vec2 tileSize;
uniform float isBrick;
uniform float figure;
uniform float isGlowing;
varying vec3 vLight;
varying vec2 vAt;
varying vec2 vEnds;
varying vec4 vLeft;
varying vec4 vHere;
varying vec4 vRight;
varying vec3 vGlowLeft;
varying vec3 vGlowHere;
varying vec3 vGlowRight;
${common}
/* A shining work throws its colour on the wall: much close by, a little far round. */
vec3 glowOf(vec4 work, vec3 colour) {
  if (work.z <= 0.0) return vec3(0.0);
  float beyond = length(max(abs(vAt - work.xy) - work.zw * 0.5, 0.0));
  return colour * (0.62 * exp(-beyond / 0.16) + 0.30 * exp(-beyond / 0.55) + 0.08 * exp(-beyond / 1.5));
}
float lampOn(vec4 work) {
  if (work.z <= 0.0) return 0.0;
  float y = min(roomHeight - 0.22, 4.2);
  float out_ = clamp((y - 1.5) * 0.62, 0.9, 2.2);
  float halfAngle = atan((work.w * 0.5 + 0.42) / length(vec2(out_, y - 1.5)));
  float spread = max(1.0, (work.z + 0.7) / (work.w + 0.8));
  vec3 axis = vec3(0.0, work.y - y, -out_);
  vec3 ray = vec3((vAt.x - work.x) / spread, vAt.y - y, -out_);
  float edge = smoothstep(cos(halfAngle * 1.5), cos(halfAngle * 0.45), dot(axis, ray) / (length(axis) * length(ray)));
  return edge * pow(length(axis) / length(ray), 3.0);
}
/* x: what a frame leaves of its lamp's light, y: of the room's light. */
vec2 shade(vec4 work) {
  if (work.z <= 0.0) return vec2(1.0);
  vec2 p = vAt - work.xy;
  vec2 halfSize = work.zw * 0.5 + 0.03;
  float thrown = softBox(p + vec2(0.0, 0.05), halfSize - 0.004, 0.011);
  float contact = softBox(p + vec2(0.0, 0.018), halfSize, 0.022);
  float wide = softBox(p + vec2(0.0, 0.07), halfSize, 0.075);
  return vec2(1.0 - 0.82 * thrown, (1.0 - 0.42 * contact) * (1.0 - 0.22 * wide));
}
void main() {
  vec3 room = vLight;
  float corner = min(vEnds.x, vEnds.y);
  room *= 1.0 - 0.10 * exp(-corner / 0.10) - 0.08 * exp(-(roomHeight - vAt.y) / 0.10) - 0.10 * exp(-vAt.y / 0.14);
  vec2 shadow = shade(vHere);
  float lamp = lampOn(vHere) * shadow.x + lampOn(vLeft) + lampOn(vRight);
  float below = 0.0;
  vec3 colour = wallColour;
  if (vAt.y < dadoHeight) {
    colour = dadoColour;
    /* Raised fields in the panelling: a lit lower lip and a shadowed upper one. */
    vec2 field = vec2(abs(fract(vAt.x / 1.15) - 0.5) * 1.15, abs(vAt.y - dadoHeight * 0.58));
    vec2 inset = vec2(0.49, dadoHeight * 0.27) - field;
    float edge = min(inset.x, inset.y);
    float line = smoothstep(0.016, 0.006, abs(edge));
    below = line * (vAt.y > dadoHeight * 0.58 ? -0.28 : 0.22);
  }
  vec3 grain = texture(tile, vAt / tileSize).rgb;
  vec3 glow = glowOf(vLeft, vGlowLeft) + glowOf(vHere, vGlowHere) + glowOf(vRight, vGlowRight);
  shadow = mix(shadow, vec2(1.0), isGlowing);
  vec3 light = room * shadow.y + lampColour * lamp + glow;
  light *= 1.0 + (grain.g - 0.5) * mix(0.05, 0.9, isBrick) + below;
  colour *= 1.0 + (grain.r - 0.5) * mix(0.02, 1.05, isBrick);
  colour = mix(colour, vec3(dot(colour, vec3(0.4))) + 0.16, isBrick * grain.b * 0.6);
  /* Silk: the woven figure catches the light a little more than its ground. */
  if (vAt.y > dadoHeight) colour *= 1.0 + figure * (grain.b - 0.5);
  gl_FragColor = finish(colour * light, vAt.y);
}`

const tileSizes: Record<WallKind, [number, number]> = { brick: [1.5, 1.2], plaster: [1.6, 1.6], damask: [0.58, 0.87] }

const vector = (colour: Rgb) => new Vector3(...colour)

export function makeWallMaterial(
  atmosphere: Atmosphere,
  roomHeight: number,
  lamp: Rgb,
  tile: Texture,
  isReflected: boolean,
): ShaderMaterial {
  const { wall } = atmosphere
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: {
      wallColour: { value: vector(wall.colour) },
      dadoColour: { value: vector(wall.dado?.colour ?? wall.colour) },
      dadoHeight: { value: wall.dado?.height ?? -1 },
      lampColour: { value: vector(lamp) },
      roomHeight: { value: roomHeight },
      tile: { value: tile },
      tileSize: { value: tileSizes[wall.kind] },
      isBrick: { value: wall.kind === 'brick' ? 1 : 0 },
      figure: { value: wall.kind === 'damask' ? 0.3 : 0 },
      isGlowing: { value: atmosphere.glow > 0 ? 1 : 0 },
    },
  })
}
