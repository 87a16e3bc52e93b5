import { ShaderMaterial, type Texture, Vector3, Vector4 } from 'three'
import type { Atmosphere, CeilingKind } from '@/lib/hanging/atmosphere'
import type { RoomLight } from '@/lib/hanging/light/room-light'
import { mostSkylights } from '@/lib/hanging/light/skylight'
import type { Bounds } from '@/lib/hanging/walls'
import { common, noise } from './common'

const vertexShader = /* glsl */ `
varying vec3 vWorld;
void main() {
  vWorld = (modelMatrix * vec4(position, 1.0)).xyz;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** Each turns `colour` (what the ceiling shows) where `inside` > 0, metres into the glass from its edge; `q` is on the glass. */
const ceilings: Record<CeilingKind, string> = {
  laylight: /* glsl */ `
    glassPanes(q, vec2(1.5, 1.05), 0.018, inside, colour);`,
  lantern: /* glsl */ `
    glassPanes(q, vec2(0.8, 0.8), 0.03, inside, colour);
    float ring = smoothstep(0.02, 0.0, abs(inside + 0.35)) + smoothstep(0.015, 0.0, abs(inside + 0.47));
    colour *= 1.0 - 0.22 * ring;`,
  beams: /* glsl */ `
    glassPanes(q, vec2(0.6, 1.8), 0.04, inside, colour);
    float board = floor(p.y / 0.24);
    float joint = 0.12 - abs(fract(p.y / 0.24) - 0.5) * 0.24;
    float pixel = fwidth(p.y);
    if (inside < 0.0) {
      colour *= 1.0 + 0.14 * (hash(ivec2(int(board), 5)) - 0.5) * clamp(1.5 - pixel / 0.24, 0.0, 1.0);
      colour *= 1.0 - 0.55 * (1.0 - smoothstep(0.004, 0.004 + pixel, joint)) * min(1.0, 0.012 / max(pixel, 1e-4));
    }`,
  void: /* glsl */ `
    colour *= 0.8 + 0.2 * smoothstep(0.0, 0.1, abs(fract(p.x / 0.9) - 0.5) * 0.9);`,
  slats: /* glsl */ `
    glassPanes(q, vec2(2.4, 1.2), 0.03, inside, colour);
    float slat = abs(fract(p.x / 0.14) - 0.5) * 0.14;
    if (inside < 0.0) colour *= 0.42 + 0.58 * smoothstep(0.024, 0.03, 0.07 - slat);`,
}

const fragmentShader = (kind: CeilingKind) => /* glsl */ `
uniform sampler2D lightMap;
uniform vec4 lightBounds;
uniform vec3 ceilingColour;
uniform float uplight;
uniform vec4 glasses[${mostSkylights}];
/* The glass that is nearest. */
vec4 glass;
uniform vec3 glassLight;
uniform float roomHeight;
uniform float rise;
varying vec3 vWorld;
${common}${noise}
void glassPanes(vec2 q, vec2 pane, float bar, float inside, inout vec3 colour) {
  if (inside < -0.10) return;
  if (inside < 0.0) {
    /* The reveal of the opening, lit from within. */
    colour = mix(colour, min(glassLight, vec3(1.15)) * 0.88, 0.62);
    return;
  }
  vec2 panes = max(vec2(1.0), floor(glass.zw / pane + 0.5));
  vec2 size = glass.zw / panes;
  vec2 cell = abs(fract(q / size) - 0.5) * size;
  vec2 edge = size * 0.5 - cell;
  vec2 pixel = vec2(fwidth(q.x), fwidth(q.y));
  vec2 bars = (1.0 - smoothstep(vec2(bar), vec2(bar) + max(pixel, vec2(0.002)), edge)) * min(vec2(1.0), 2.0 * bar / max(pixel, vec2(1e-5)));
  float h = hash(ivec2(floor(q / size)));
  vec3 sheet = min(glassLight, vec3(1.3)) * (0.96 + 0.05 * h);
  sheet *= 0.90 + 0.10 * smoothstep(0.0, 0.35, min(edge.x, edge.y));
  colour = mix(sheet, ceilingColour * 0.62, max(bars.x, bars.y) * 0.75);
}
void main() {
  vec2 p = vWorld.xz;
  vec3 colour = ceilingColour * (texture(lightMap, (p - lightBounds.xy) / lightBounds.zw).rgb + uplight);
  float inside = -100.0;
  glass = glasses[0];
  for (int i = 0; i < ${mostSkylights}; i++) {
    vec2 margin = min(p - glasses[i].xy, glasses[i].xy + glasses[i].zw - p);
    if (glasses[i].z > 0.0 && min(margin.x, margin.y) > inside) {
      inside = min(margin.x, margin.y);
      glass = glasses[i];
    }
  }
  vec2 q = p - glass.xy;
  /* Where the glass lies higher, it has no ceiling round it, and the ceiling no glass. */
  if (rise > 0.0) inside = abs(vWorld.y) > roomHeight + 0.01 ? max(inside, 0.001) : min(inside, -0.101);
  ${ceilings[kind]}
  gl_FragColor = finish(colour, roomHeight);
}`

export function makeCeilingMaterial(
  atmosphere: Atmosphere,
  light: RoomLight,
  lightMap: Texture,
  bounds: Bounds,
  roomHeight: number,
  isReflected: boolean,
): ShaderMaterial {
  const glasses = Array.from({ length: mostSkylights }, (_, at) => {
    const one = light.skylights[at]
    return one ? new Vector4(one.minX, one.minZ, one.maxX - one.minX, one.maxZ - one.minZ) : new Vector4(0, 0, -1, -1)
  })
  return new ShaderMaterial({
    vertexShader,
    fragmentShader: fragmentShader(atmosphere.ceiling.kind),
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: {
      lightMap: { value: lightMap },
      lightBounds: {
        value: new Vector4(bounds.minX, bounds.minZ, bounds.maxX - bounds.minX, bounds.maxZ - bounds.minZ),
      },
      ceilingColour: { value: new Vector3(...atmosphere.ceiling.colour) },
      uplight: { value: atmosphere.ceiling.uplight },
      glasses: { value: glasses },
      glassLight: { value: new Vector3(...light.glass) },
      roomHeight: { value: roomHeight },
      rise: { value: light.skylights.length > 0 ? atmosphere.skylight.rise : 0 },
    },
  })
}
