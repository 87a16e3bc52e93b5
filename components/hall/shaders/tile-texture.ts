import {
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  RepeatWrapping,
  Scene,
  ShaderMaterial,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { noise } from './common'

/**
 * The house's own materials, drawn once by the graphics card into tiles that repeat without a seam. Red is a tone around 0.5,
 * green how the light from above catches the relief, around 0.5. `at` runs 0 to 1 over the tile.
 */
const tiles = {
  /** Wood: long fibres and pores, 1.2 m across and 4 m along. */
  grain: /* glsl */ `
    float warp = fbm(at, vec2(6.0, 2.0), 3) * 0.06;
    float rings = fbm(vec2(at.x + warp, at.y), vec2(34.0, 2.0), 3);
    float fibre = fbm(at, vec2(210.0, 7.0), 3);
    float pores = smoothstep(0.68, 0.86, fbm(at, vec2(150.0, 22.0), 2));
    float tone = 0.5 + (rings - 0.5) * 0.42 + (fibre - 0.5) * 0.36 - pores * 0.10;
    colour = vec3(tone, 0.5 + (fibre - 0.5) * 0.6, 0.0);`,
  /** Painted plaster, 1.6 m: the orange skin that a roller leaves, and the trowel's slow waves. */
  plaster: /* glsl */ `
    float e = 1.0 / 512.0;
    float here = fbm(at, vec2(120.0), 3) * 0.6 + fbm(at, vec2(26.0), 3);
    float above = fbm(at + vec2(0.0, e), vec2(120.0), 3) * 0.6 + fbm(at + vec2(0.0, e), vec2(26.0), 3);
    colour = vec3(0.5 + (fbm(at, vec2(4.0), 4) - 0.5) * 0.5, 0.5 + (here - above) * 3.0, 0.0);`,
  /** Bricks in running bond, 1.5 m across by 1.2 m: 6 by 16 of them, whitewashed long ago. */
  brick: /* glsl */ `
    vec2 grid = at * vec2(6.0, 16.0);
    float row = floor(grid.y);
    grid.x += mod(row, 2.0) * 0.5;
    ivec2 id = ivec2(int(mod(floor(grid.x), 6.0)), int(row));
    vec2 f = fract(grid);
    vec2 wobble = (vec2(fbm(at, vec2(40.0), 2), fbm(at + 0.37, vec2(40.0), 2)) - 0.5) * 0.12;
    vec2 edge = min(f, 1.0 - f) * vec2(0.25, 0.075) + wobble * 0.03;
    float mortar = 1.0 - smoothstep(0.003, 0.0075, min(edge.x, edge.y));
    float rough = fbm(at, vec2(90.0), 3);
    float tone = 0.5 + (hash(id) - 0.5) * 0.42 + (rough - 0.5) * 0.4;
    float lip = smoothstep(0.012, 0.002, (1.0 - f.y) * 0.075) - smoothstep(0.014, 0.002, f.y * 0.075);
    colour = vec3(mix(tone, 0.62, mortar * 0.75), 0.5 + (rough - 0.5) * 0.5 + lip * 0.22 * (1.0 - mortar) - mortar * 0.16, mortar);`,
  /** Silk damask, 0.58 m by 0.87 m: an ogee lattice with a palmette in each mesh, blue where the figure is. */
  damask: /* glsl */ `
    float figure = 0.0;
    for (int i = 0; i < 5; i++) {
      vec2 middle = i == 4 ? vec2(0.5) : vec2(float(i & 1), float(i >> 1));
      vec2 q = (at - middle) * vec2(0.58, 0.87);
      float up = clamp(0.5 - q.y / 0.80, 0.0, 1.0);
      float ogee = 0.265 * sin(3.14159 * up) * (0.62 + 0.38 * sin(3.14159 * up));
      float rim = abs(abs(q.x) - ogee);
      float within = step(abs(q.y), 0.40);
      figure = max(figure, within * (1.0 - smoothstep(0.007, 0.010, rim)));
      figure = max(figure, within * (1.0 - smoothstep(0.003, 0.005, abs(rim - 0.022))) * step(abs(q.x), ogee));
      vec2 f = q - vec2(0.0, -0.03);
      float r = length(f);
      float a = atan(f.x, f.y);
      float petals = 0.115 * (0.62 + 0.38 * abs(cos(a * 3.5))) * (1.0 + 0.55 * cos(a));
      figure = max(figure, (1.0 - smoothstep(petals - 0.004, petals, r)) * (1.0 - 0.75 * smoothstep(0.010, 0.006, abs(r - 0.55 * petals))));
      vec2 s = vec2(abs(q.x), q.y + 0.17);
      float leaf = length(vec2(s.x - 0.045 - s.y * 0.45, s.y) * vec2(1.0, 0.45));
      figure = max(figure, 1.0 - smoothstep(0.020, 0.024, leaf));
    }
    float thread = fbm(at, vec2(160.0, 40.0), 2);
    colour = vec3(0.5 + (thread - 0.5) * 0.6, 0.5 + (thread - 0.5) * 0.8, 0.28 + 0.5 * figure);`,
  /** Polished concrete or stone, 5 m: clouds, veins and fine aggregate. */
  concrete: /* glsl */ `
    float clouds = fbm(at, vec2(4.0), 5);
    float patchy = fbm(at + 0.31, vec2(11.0), 4);
    float sand = fbm(at, vec2(180.0), 2);
    colour = vec3(0.5 + (clouds - 0.5) * 0.6 + (patchy - 0.5) * 0.3 + (sand - 0.5) * 0.22, patchy, 0.0);`,
} as const

export type TileName = keyof typeof tiles

const helpers = /* glsl */ `
float valueNoise(vec2 p, ivec2 period) {
  ivec2 i = ivec2(floor(p));
  vec2 f = fract(p);
  f = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  ivec2 a = ((i % period) + period) % period;
  ivec2 b = (a + 1) % period;
  return mix(mix(hash(a), hash(ivec2(b.x, a.y)), f.x), mix(hash(ivec2(a.x, b.y)), hash(b), f.x), f.y);
}
float fbm(vec2 at, vec2 cells, int octaves) {
  float sum = 0.0;
  float weight = 0.5;
  float total = 0.0;
  for (int i = 0; i < octaves; i++) {
    sum += weight * valueNoise(at * cells + float(i) * cells, ivec2(cells));
    total += weight;
    weight *= 0.55;
    cells *= 2.0;
  }
  return sum / total;
}`

/** Draws a tile. The caller disposes it. */
export function paintTile(renderer: WebGLRenderer, name: TileName, size: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(size, size, {
    depthBuffer: false,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
    magFilter: LinearFilter,
    wrapS: RepeatWrapping,
    wrapT: RepeatWrapping,
    anisotropy: Math.min(8, renderer.capabilities.getMaxAnisotropy()),
  })
  const material = new ShaderMaterial({
    vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy * 2.0, 0.0, 1.0); }',
    fragmentShader: `varying vec2 at;\n${noise}${helpers}\nvoid main() { vec3 colour; ${tiles[name]} gl_FragColor = vec4(colour, 1.0); }`,
    depthTest: false,
    depthWrite: false,
  })
  const geometry = new PlaneGeometry(1, 1)
  const plane = new Mesh(geometry, material)
  plane.frustumCulled = false
  const scene = new Scene()
  scene.add(plane)
  renderer.setRenderTarget(target)
  renderer.render(scene, new OrthographicCamera())
  renderer.setRenderTarget(null)
  geometry.dispose()
  material.dispose()
  return target
}
