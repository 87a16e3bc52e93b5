import { Vector4 } from 'three'
import { basinsOf } from '@/lib/hanging/basins'
import type { Plan } from '@/lib/hanging/plan'
import { wallDirection } from '@/lib/hanging/walls'
import type { Air } from './pane-material'

/** Basins of a floor, and of each: the wall's foot and direction on the plan; from, to, near, far, metres. */
const mostBasins = 2

/** For the floor's shader: `pool` turns its stone to water where a basin lies. Wants `floorColour`. */
export const pool = /* glsl */ `
uniform vec4 basins[${mostBasins}];
uniform vec4 basinSizes[${mostBasins}];
uniform float air;
/* Still water in a sharp-edged basin: dark, deepest in the middle, and stirred only a little where air has gone over it. */
void pool(vec2 p, inout vec3 colour, inout float gloss, inout vec2 tilt) {
  for (int i = 0; i < ${mostBasins}; i++) {
    if (basinSizes[i].y <= basinSizes[i].x) break;
    vec2 u = basins[i].zw;
    vec2 d = p - basins[i].xy;
    vec2 at = vec2(dot(d, u), dot(d, vec2(-u.y, u.x)));
    vec2 rim = min(at - basinSizes[i].xz, basinSizes[i].yw - at);
    float edge = min(rim.x, rim.y);
    float pixel = max(fwidth(edge), 0.001);
    float stone = smoothstep(-0.06 - pixel, -0.06, edge);
    colour = mix(colour, floorColour * 0.62, stone);
    float wet = smoothstep(0.0, pixel, edge);
    vec3 bed = mix(vec3(0.050, 0.062, 0.050), vec3(0.012, 0.022, 0.020), smoothstep(0.0, 0.35, edge));
    colour = mix(colour, bed * (1.0 - 0.6 * exp(-max(edge, 0.0) / 0.05)), wet);
    gloss = mix(gloss, 1.25, wet);
    vec2 wave = vec2(
      sin(at.x * 7.0 + at.y * 3.0 - air * 1.3) + 0.6 * sin(at.x * 17.0 - at.y * 11.0 + air * 2.1),
      sin(at.y * 9.0 - at.x * 4.0 - air * 1.1) + 0.6 * sin(at.y * 19.0 + at.x * 13.0 - air * 1.7));
    tilt = mix(tilt, wave * 0.0045, wet);
  }
}
`

export function poolUniforms(plan: Plan, air: Air) {
  const all = basinsOf(plan)
  const each = Array.from({ length: mostBasins }, (_, index) => all[index])
  return {
    basins: {
      value: each.map((one) => (one ? new Vector4(...one.wall.from, ...wallDirection(one.wall)) : new Vector4())),
    },
    basinSizes: { value: each.map((one) => (one ? new Vector4(one.from, one.to, one.near, one.far) : new Vector4())) },
    air,
  }
}
