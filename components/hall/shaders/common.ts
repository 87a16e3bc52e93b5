/**
 * What every surface of the hall shares. Materials write sRGB themselves: light is linear until `finish`, bright surfaces roll off softly, and a
 * dither of half a step keeps large calm gradients free of bands. In the pass that draws the floor's mirror image (REFLECTED)
 * alpha carries the height above the floor, so that the floor knows how far to blur.
 */
export const common = /* glsl */ `
vec3 encodeSrgb(vec3 c) {
  c = clamp(c, 0.0, 1.0);
  return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}
float dither(vec2 p) {
  return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))) - 0.5;
}
vec3 rollOff(vec3 c) {
  vec3 over = max(c - 0.72, 0.0);
  return min(c, 0.72) + 0.28 * (1.0 - exp(-over / 0.28));
}
vec4 finish(vec3 c, float height) {
  #ifdef REFLECTED
    return vec4(encodeSrgb(rollOff(c)), clamp(height / 6.0, 0.0, 1.0));
  #else
    return vec4(encodeSrgb(rollOff(c)) + dither(gl_FragCoord.xy) / 255.0, 1.0);
  #endif
}
/* A box blurred by a Gaussian, as the shadow of a frame is: 1 well inside, 0 well outside. */
float softStep(float x) { return 1.0 / (1.0 + exp(-1.702 * x)); }
float softBox(vec2 p, vec2 halfSize, float sigma) {
  vec2 a = (p + halfSize) / sigma;
  vec2 b = (p - halfSize) / sigma;
  return (softStep(a.x) - softStep(b.x)) * (softStep(a.y) - softStep(b.y));
}
`

export const noise = /* glsl */ `
uint mixBits(uint n) {
  n = (n ^ 61u) ^ (n >> 16u);
  n *= 9u;
  n = n ^ (n >> 4u);
  n *= 0x27d4eb2du;
  return n ^ (n >> 15u);
}
float hash(ivec2 p) {
  return float(mixBits(uint(p.x) * 1597334677u + mixBits(uint(p.y) * 3812015801u)) >> 8u) / 16777216.0;
}
`
