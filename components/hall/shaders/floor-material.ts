import { ShaderMaterial, type Texture, Vector2, Vector3, Vector4 } from 'three'
import type { Atmosphere, FloorKind } from '@/lib/hanging/atmosphere'
import { measures } from '@/lib/hanging/measures'
import type { Plan, Point } from '@/lib/hanging/plan'
import { type Bounds, pointOnWall, wallDirection, wallNormal } from '@/lib/hanging/walls'
import { common, noise } from './common'
import type { Air } from './pane-material'
import { pool, poolUniforms } from './pool'

const mostBenches = 6
/** Windows whose sun falls on the floor, and of each: foot and direction on the plan; width, sill, head, metres. */
const mostWindows = 8

const vertexShader = /* glsl */ `
varying vec3 vWorld;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`

/** Each sets `colour` (albedo), `gloss` and `tilt` (how the surface bends its mirror image) from `p`, metres on the floor. */
const floors: Record<FloorKind, string> = {
  oak: /* glsl */ `
    boards(p, 0.17, 2.4, colour, gloss, tilt);`,
  chevron: /* glsl */ `
    float column = floor(p.x / 0.62);
    float inside = p.x - column * 0.62;
    float slant = mod(column, 2.0) < 0.5 ? inside : 0.62 - inside;
    vec2 q = vec2(p.y + slant, slant * 1.4 + column * 7.0);
    boards(q, 0.115, 40.0, colour, gloss, tilt);
    float seam = min(inside, 0.62 - inside);
    colour *= 1.0 - 0.5 * line(seam, 0.0012, fwidth(p.x));`,
  concrete: /* glsl */ `
    vec3 g = texture(tile, p / 5.0).rgb;
    float far = texture(tile, p.yx / 17.0).r;
    colour = floorColour * (1.0 + (g.r - 0.5) * 0.34 + (far - 0.5) * 0.25);
    gloss *= 0.75 + 0.5 * g.g;
    vec2 joint = abs(fract(p / 3.0) - 0.5) * 3.0;
    colour *= 1.0 - 0.4 * max(line(1.5 - joint.x, 0.002, fwidth(p.x)), line(1.5 - joint.y, 0.002, fwidth(p.y)));
    tilt = (g.rg - 0.5) * 0.010;`,
  stone: /* glsl */ `
    float row = floor(p.y / 0.6);
    vec2 q = vec2(p.x + mod(row, 2.0) * 0.6, p.y);
    ivec2 id = ivec2(int(floor(q.x / 1.2)), int(row));
    float h = hash(id);
    vec3 g = texture(tile, p / 4.0 + h * 3.7).rgb;
    colour = floorColour * (0.93 + 0.14 * h + (g.r - 0.5) * 0.22);
    vec2 cell = fract(q / vec2(1.2, 0.6)) * vec2(1.2, 0.6);
    vec2 edge = min(cell, vec2(1.2, 0.6) - cell);
    colour *= 1.0 - 0.35 * max(line(edge.x, 0.002, fwidth(p.x)), line(edge.y, 0.002, fwidth(p.y)));
    gloss *= 0.8 + 0.4 * h;
    tilt = (vec2(h, fract(h * 7.0)) - 0.5) * 0.006;`,
}

const fragmentShader = (kind: FloorKind) => /* glsl */ `
uniform sampler2D lightMap;
uniform vec4 lightBounds;
uniform sampler2D tile;
uniform vec3 floorColour;
uniform float floorGloss;
uniform sampler2D mirror;
uniform float hasMirror;
uniform vec2 resolution;
uniform vec4 benches[${mostBenches}];
uniform vec2 benchSizes[${mostBenches}];
uniform vec4 sunWindows[${mostWindows}];
uniform vec4 sunPanes[${mostWindows}];
uniform vec3 sunward;
uniform vec3 sunlight;
uniform vec2 sunGrid;
varying vec3 vWorld;
${common}${noise}
/* A dark joint as wide as it is, and fading rather than crawling when it is finer than a pixel. */
float line(float distance_, float halfWidth, float pixel) {
  return min(1.0, 2.0 * halfWidth / max(pixel, 1e-5)) * (1.0 - smoothstep(halfWidth, halfWidth + max(pixel, 0.001), distance_));
}
void boards(vec2 p, float wide, float long_, inout vec3 colour, inout float gloss, inout vec2 tilt) {
  float column = floor(p.x / wide);
  float offset = hash(ivec2(int(column), 91)) * long_;
  float board = floor((p.y + offset) / long_);
  float h = hash(ivec2(int(column), int(board)));
  float k = hash(ivec2(int(board) + 57, int(column)));
  vec2 g = textureGrad(tile, p / vec2(1.2, 4.0) + vec2(h * 9.1, k * 5.3), dFdx(p) / vec2(1.2, 4.0), dFdy(p) / vec2(1.2, 4.0)).rg;
  float tone = 0.945 + 0.11 * h + (g.r - 0.5) * 0.40;
  vec3 warm = mix(vec3(1.015, 1.0, 0.975), vec3(0.99, 1.0, 1.02), k);
  colour = floorColour * warm * tone;
  float across = abs(fract(p.x / wide) - 0.5) * wide;
  float along = abs(fract((p.y + offset) / long_) - 0.5) * long_;
  float gap = max(line(wide * 0.5 - across, 0.0011, fwidth(p.x)), line(long_ * 0.5 - along, 0.0011, fwidth(p.y)));
  colour *= 1.0 - 0.62 * gap;
  gloss *= (0.8 + 0.4 * k) * (1.0 - 0.7 * gap) * (0.75 + 0.5 * g.g);
  tilt = (vec2(h, k) - 0.5) * 0.012 + (g.rg - 0.5) * vec2(0.010, 0.002);
}
${pool}float underBenches(vec2 p) {
  float light = 1.0;
  for (int i = 0; i < ${mostBenches}; i++) {
    if (benchSizes[i].x <= 0.0) break;
    vec2 d = p - benches[i].xy;
    vec2 q = vec2(d.x * benches[i].z - d.y * benches[i].w, d.x * benches[i].w + d.y * benches[i].z);
    light *= (1.0 - 0.5 * softBox(q, benchSizes[i] * 0.5, 0.09)) * (1.0 - 0.34 * softBox(q, benchSizes[i] * 0.5 + 0.08, 0.30));
  }
  return light;
}
/* Sun through the windows: where the way from the floor to the sun meets a pane. The edge is softer the farther it falls. */
float sunOn(vec2 p) {
  float sum = 0.0;
  for (int i = 0; i < ${mostWindows}; i++) {
    if (sunPanes[i].x <= 0.0) break;
    vec2 u = sunWindows[i].zw;
    vec2 n = vec2(-u.y, u.x);
    float facing = dot(sunward.xz, n);
    if (facing >= -0.01) continue;
    float way = dot(sunWindows[i].xy - p, n) / facing;
    if (way < 0.0) continue;
    float y = sunward.y * way;
    float along = dot(p + sunward.xz * way - sunWindows[i].xy, u);
    float blur = 0.012 + 0.012 * way;
    vec2 at = vec2(along, y - sunPanes[i].y);
    vec2 size = vec2(sunPanes[i].x, sunPanes[i].z - sunPanes[i].y);
    vec2 in_ = smoothstep(-blur, blur, at) * smoothstep(-blur, blur, size - at);
    vec2 cells = size / max(vec2(1.0), floor(size / sunGrid + 0.5));
    vec2 bars = smoothstep(vec2(0.0), vec2(0.02 + blur), cells * 0.5 - abs(fract(at / cells) - 0.5) * cells);
    sum += in_.x * in_.y * mix(0.55, 1.0, bars.x * bars.y);
  }
  return sum;
}
vec3 decodeSrgb(vec3 c) { return pow(c, vec3(2.2)); }
vec3 reflection(vec2 tilt) {
  vec2 at = gl_FragCoord.xy / resolution;
  float reach = distance(cameraPosition, vWorld);
  at += tilt / (1.0 + 0.25 * reach);
  float height = texture(mirror, at).a * 6.0;
  /* The higher a thing stands above the floor, the more a matt varnish blurs it, and more along the view than across. */
  float blur = 0.004 + 0.016 * clamp(height, 0.0, 2.5);
  float turn = dither(gl_FragCoord.xy) * 6.2832;
  vec3 sum = vec3(0.0);
  for (int i = 0; i < 6; i++) {
    float r = sqrt((float(i) + 0.5) / 6.0);
    float a = turn + float(i) * 2.39996;
    vec2 tap = at + vec2(cos(a) * 0.45, sin(a)) * r * blur;
    sum += decodeSrgb(textureLod(mirror, tap, 1.0 + clamp(height, 0.0, 2.0)).rgb);
  }
  return sum / 6.0;
}
void main() {
  vec2 p = vWorld.xz;
  vec3 colour = floorColour;
  float gloss = floorGloss;
  vec2 tilt = vec2(0.0);
  ${floors[kind]}
  pool(p, colour, gloss, tilt);
  vec3 light = texture(lightMap, (p - lightBounds.xy) / lightBounds.zw).rgb;
  if (sunlight.r > 0.0) light += sunlight * sunOn(p);
  light *= underBenches(p);
  vec3 view = normalize(cameraPosition - vWorld);
  float facing = clamp(view.y, 0.0, 1.0);
  float fresnel = min(0.95, (0.04 + 0.85 * pow(1.0 - facing, 3.2)) * gloss);
  vec3 mirrored = hasMirror > 0.5 ? reflection(tilt) : min(light, vec3(1.0)) * 0.3;
  gl_FragColor = finish(colour * light * (1.0 - fresnel) + mirrored * fresnel, 0.0);
}`

export interface FloorParts {
  atmosphere: Atmosphere
  lightMap: Texture
  bounds: Bounds
  tile: Texture
  mirror: Texture
  plan: Plan
  air: Air
}

/** `resolution` (drawing buffer, pixels) and `hasMirror` are set by whoever draws. */
export function makeFloorMaterial({
  atmosphere,
  lightMap,
  bounds,
  tile,
  mirror,
  plan,
  air,
}: FloorParts): ShaderMaterial {
  const slots = Array.from({ length: mostBenches }, (_, index) => furniture(plan)[index])
  const { sun, pane } = atmosphere.windows
  const panes = windowsOf(plan)
  return new ShaderMaterial({
    vertexShader,
    fragmentShader: fragmentShader(atmosphere.floor.kind),
    uniforms: {
      lightMap: { value: lightMap },
      lightBounds: {
        value: new Vector4(bounds.minX, bounds.minZ, bounds.maxX - bounds.minX, bounds.maxZ - bounds.minZ),
      },
      tile: { value: tile },
      floorColour: { value: new Vector3(...atmosphere.floor.colour) },
      floorGloss: { value: atmosphere.floor.gloss },
      mirror: { value: mirror },
      hasMirror: { value: 1 },
      resolution: { value: new Vector2(1, 1) },
      benches: { value: slots.map((slot) => slot?.place ?? new Vector4()) },
      benchSizes: { value: slots.map((slot) => slot?.size ?? new Vector2()) },
      sunWindows: { value: panes.map((one) => one?.foot ?? new Vector4()) },
      sunPanes: { value: panes.map((one) => one?.size ?? new Vector4()) },
      sunward: { value: sunwardOf(plan, atmosphere) },
      sunlight: { value: new Vector3(...sun.colour).multiplyScalar(panes[0] ? sun.strength : 0) },
      sunGrid: { value: new Vector2(...pane) },
      ...poolUniforms(plan, air),
    },
  })
}

/** What stands on the floor and shades it. */
function furniture(plan: Plan): { place: Vector4; size: Vector2 }[] {
  const place = ([x, z]: Point, turn: number) => new Vector4(x, z, Math.cos(turn), Math.sin(turn))
  return [
    ...plan.benches.map(({ at, turn, length }) => ({
      place: place(at, turn),
      size: new Vector2(length, measures.benchDepth),
    })),
    ...plan.plinths.map(({ at, turn, size }) => ({ place: place(at, turn), size: new Vector2(size, size) })),
  ]
}

function windowsOf(plan: Plan): ({ foot: Vector4; size: Vector4 } | undefined)[] {
  const all = plan.walls.flatMap((wall) =>
    wall.windows.map(({ at, width, sill, head }) => ({
      foot: new Vector4(...pointOnWall(wall, at), ...wallDirection(wall)),
      size: new Vector4(width, sill, head, 0),
    })),
  )
  return Array.from({ length: mostWindows }, (_, index) => all[index])
}

/** Unit vector to the sun, which stands before the first wall with windows. */
function sunwardOf(plan: Plan, { windows: { sun } }: Atmosphere): Vector3 {
  const wall = plan.walls.find(({ windows }) => windows.length > 0)
  if (!wall) return new Vector3(0, 1, 0)
  const [nx, nz] = wallNormal(wall)
  const [sin, cos] = [Math.sin(sun.azimuth), Math.cos(sun.azimuth)]
  const [x, z] = [-nx * cos + nz * sin, -nz * cos - nx * sin]
  return new Vector3(x * Math.cos(sun.altitude), Math.sin(sun.altitude), z * Math.cos(sun.altitude))
}
