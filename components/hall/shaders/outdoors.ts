import type { WindowStyle } from '@/lib/hanging/atmosphere'

/**
 * What lies outside a room's windows, computed for a ray from `o` along `d` (metres, y up). Nothing here is geometry: sky by direction, trees and
 * houses on upright cylinders around the house, water and lawn on the ground. `house` is the room's rectangle on the plan; `lod` keeps it soft.
 */
const shared = /* glsl */ `
float soft(vec2 p, float lod) { return textureLod(tile, p, lod).r; }
vec3 sky(vec3 d) {
  float up = clamp(d.y, 0.0, 1.0);
  vec3 c = mix(vec3(0.80, 0.86, 0.90), vec3(0.34, 0.52, 0.74), pow(up, 0.6));
  vec2 q = d.xz / (abs(d.y) + 0.14);
  float n = soft(q * 0.05, 2.0) * 0.6 + soft(q * 0.13 + 0.3, 2.0) * 0.4;
  float cloud = smoothstep(0.47, 0.60, n) * smoothstep(0.01, 0.16, d.y);
  return mix(c, vec3(0.98, 0.97, 0.95), 0.85 * cloud);
}
/* How far along the ray the cylinder of this radius round the house is left. */
float toCylinder(vec3 o, vec3 d, float radius) {
  vec2 q = o.xz - (house.xy + house.zw) * 0.5;
  float a = dot(d.xz, d.xz);
  float b = dot(q, d.xz);
  return (-b + sqrt(max(0.0, b * b - a * (dot(q, q) - radius * radius)))) / a;
}
float round_(vec3 p) {
  vec2 q = p.xz - (house.xy + house.zw) * 0.5;
  return atan(q.y, q.x);
}
float besideHouse(vec2 p) {
  vec2 q = max(house.xy - p, p - house.zw);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}
`

const garden = /* glsl */ `
vec3 wood(vec3 o, vec3 d) {
  vec3 c = sky(d);
  for (int i = 0; i < 3; i++) {
    float radius = 92.0 - 24.0 * float(i);
    vec3 p = o + d * toCylinder(o, d, radius);
    float s = round_(p) * radius;
    float k = float(i) * 0.37;
    float crown = soft(vec2(s / 90.0, k), 1.0) * 14.0 + soft(vec2(s / 26.0, k + 0.2), 1.0) * 7.0;
    float leaf = soft(vec2(s, p.y) / 14.0 + k, 1.0) - 0.5;
    float top = crown - 5.0 + 2.5 * float(i == 0) - 1.2 * float(i == 2) + leaf * 5.0;
    float mask = smoothstep(-0.35, 0.35, top - p.y) * step(-1.0, p.y);
    float lit = soft(vec2(s / 9.0, p.y / 7.0) + k, 0.0) + 0.25 * clamp((p.y - top + 4.0) / 6.0, 0.0, 1.0);
    vec3 green = mix(vec3(0.035, 0.062, 0.026), vec3(0.20, 0.255, 0.085), smoothstep(0.30, 0.72, lit));
    green = mix(green, vec3(0.62, 0.70, 0.72), 0.46 - 0.19 * float(i));
    c = mix(c, green, mask);
  }
  return c;
}
vec3 lilies(vec2 p, vec3 water) {
  vec2 cell = p / 0.62;
  vec3 c = water;
  for (int i = 0; i < 4; i++) {
    ivec2 id = ivec2(floor(cell - 0.5)) + ivec2(i & 1, i >> 1);
    float h = hash(id);
    if (soft(vec2(id) / 46.0, 0.0) + 0.16 * h < 0.60) continue;
    vec2 q = (cell - vec2(id) - 0.5 - 0.32 * (vec2(hash(id + 71), hash(id + 137)) - 0.5)) * 0.62;
    float r = length(q);
    float a = atan(q.y, q.x) + h * 6.28;
    float radius = 0.15 + 0.13 * hash(id + 19);
    float notch = smoothstep(0.16, 0.22, abs(fract(a / 6.2832) - 0.5) + step(r, 0.03));
    float pad = (1.0 - smoothstep(radius - 0.012, radius, r)) * notch;
    vec3 leaf = mix(vec3(0.085, 0.155, 0.045), vec3(0.20, 0.27, 0.10), h) * (0.9 + 0.5 * smoothstep(0.6, 1.0, r / radius));
    c = mix(c, leaf, pad);
    float flower = (1.0 - smoothstep(0.045, 0.062, length(q - 0.3 * radius))) * step(0.86, hash(id + 5));
    c = mix(c, mix(vec3(0.86, 0.62, 0.66), vec3(0.95, 0.92, 0.86), step(0.93, hash(id + 5))), flower);
  }
  return c;
}
vec3 outdoors(vec3 o, vec3 d) {
  if (d.y > -0.004) return wood(o, d);
  float t = -(o.y + 0.16) / d.y;
  vec3 p = o + d * t;
  float out_ = besideHouse(p.xz);
  float shore = out_ + (soft(p.xz / 21.0, 1.0) - 0.5) * 6.0;
  float grass = soft(p.xz / 2.1, 1.0) * 0.5 + soft(p.xz / 15.0, 1.0) * 0.7;
  vec3 lawn = mix(vec3(0.085, 0.125, 0.035), vec3(0.27, 0.33, 0.115), smoothstep(0.38, 0.85, grass));
  vec3 far = wood(o, normalize(vec3(d.x, 0.012, d.z)));
  lawn = mix(lawn, far, smoothstep(30.0, 75.0, t));
  if (shore > 19.0) return mix(vec3(0.10, 0.12, 0.05), lawn, smoothstep(19.0, 20.2, shore));
  /* A light air over the pond, which goes as time does for those who move. */
  vec2 gone = air * vec2(0.021, 0.013);
  vec2 tilt = vec2(soft(p.xz * vec2(0.16, 0.42) + gone, 1.0), soft(p.zx * vec2(0.19, 0.37) + 0.4 - gone.yx, 1.0)) - 0.5;
  tilt *= 0.10 / (1.0 + 0.06 * t);
  vec3 mirrored = wood(p, normalize(vec3(d.x + tilt.x, -d.y + 0.02, d.z + tilt.y)));
  float fresnel = 0.10 + 0.90 * pow(1.0 - clamp(-d.y, 0.0, 1.0), 3.0);
  vec3 water = mix(vec3(0.030, 0.055, 0.050), mirrored * 0.92, fresnel);
  water = lilies(p.xz, water);
  /* A stone edge runs along the house, and the reeds of the far shore stand in the water. */
  water *= 0.55 + 0.45 * smoothstep(18.9, 16.5, shore);
  vec3 stone = vec3(0.52, 0.50, 0.46) * (0.85 + 0.3 * soft(p.xz / 3.0, 1.0));
  stone *= 0.55 + 0.45 * smoothstep(0.0, 0.7, out_);
  float edge = smoothstep(0.86, 0.90, out_);
  water *= 1.0 - 0.6 * smoothstep(1.35, 0.9, out_);
  return mix(stone, water, edge);
}`

const city = /* glsl */ `
vec3 outdoors(vec3 o, vec3 d) {
  vec3 c = mix(vec3(0.93, 0.90, 0.84), sky(d), smoothstep(0.02, 0.45, d.y));
  for (int i = 0; i < 4; i++) {
    float radius = 230.0 - 55.0 * float(i);
    vec3 p = o + d * toCylinder(o, d, radius);
    float s = round_(p) * radius;
    float wide = 15.0 - 1.5 * float(i);
    float id = floor(s / wide);
    float h = hash(ivec2(int(id) + 400, i * 7 + 3));
    float k = hash(ivec2(int(id) + 400, i * 7 + 4));
    float top = mix(-9.0, 16.0, h * h) - 3.2 * float(i);
    vec2 in_ = vec2(s - id * wide, p.y);
    /* A tank or a stair's head on some roofs. */
    float tank = step(0.62, k) * step(abs(in_.x - wide * (0.3 + 0.4 * h)), 1.5) * 3.2;
    float pixel = radius * 0.0012;
    float mask = smoothstep(-pixel, pixel, top + tank - p.y);
    vec3 wall = mix(vec3(0.30, 0.21, 0.17), vec3(0.50, 0.47, 0.43), k);
    vec2 bay = abs(fract(in_ / vec2(2.4, 3.3)) - 0.5);
    float pane = (1.0 - smoothstep(0.20, 0.25, bay.x)) * (1.0 - smoothstep(0.26, 0.31, bay.y)) * step(p.y, top - 1.0);
    wall = mix(wall, vec3(0.17, 0.19, 0.22), 0.6 * pane);
    wall *= 0.8 + 0.35 * soft(vec2(s, p.y) / 40.0, 1.0);
    c = mix(c, mix(wall, vec3(0.86, 0.84, 0.80), 0.62 - 0.17 * float(i)), mask);
  }
  return c;
}`

export const outdoors: Record<WindowStyle['scene'], string> = { garden: shared + garden, city: shared + city }
