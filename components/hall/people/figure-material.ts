import { DoubleSide, ShaderMaterial } from 'three'
import { common } from '../shaders/common'

/*
 * A person is one quad that turns about its upright towards the eye; what they look like is computed: a coat, legs and a head as a
 * turned body of 1.72 m, with the normals of one. Quiet, without a face, and two triangles each.
 */
const vertexShader = /* glsl */ `
attribute vec4 place;
attribute vec4 coat;
varying vec2 vAt;
varying vec4 vCoat;
varying float vIsShadow;
varying vec2 vTurn;
varying float vHeight;
varying float vNear;
void main() {
  vec2 towards = place.xy - cameraPosition.xz;
  float far = length(towards);
  towards = far > 0.001 ? towards / far : vec2(0.0, 1.0);
  vec2 right = vec2(-towards.y, towards.x);
  vec2 facing = vec2(-sin(place.z), -cos(place.z));
  vTurn = vec2(dot(facing, right), -dot(facing, towards));
  vIsShadow = position.z;
  vCoat = coat;
  /* Nobody stands in anybody's way: who comes near is seen through, and then not at all. */
  vNear = smoothstep(0.8, 1.6, far) * mix(0.5, 1.0, smoothstep(1.2, 2.6, far));
  vHeight = place.w;
  vec3 world;
  if (position.z > 0.5) {
    vAt = position.xy;
    world = vec3(place.x + position.x * 0.5, 0.004, place.y + position.y * 0.5);
  } else {
    vAt = vec2(position.x * 0.32, position.y * 1.76);
    vec2 side = right * position.x * 0.32 * place.w / 1.72;
    world = vec3(place.x + side.x, position.y * 1.76 * place.w / 1.72, place.y + side.y);
  }
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(world, 1.0);
}`

const fragmentShader = /* glsl */ `
varying vec2 vAt;
varying vec4 vCoat;
varying float vIsShadow;
varying vec2 vTurn;
varying float vHeight;
varying float vNear;
${common}
/* Half the breadth of the body at a height, seen from the front. */
float breadth(float y) {
  float r = mix(0.128, 0.106, smoothstep(0.02, 0.12, y));
  r = mix(r, 0.198, smoothstep(0.455, 0.475, y));
  r = mix(r, 0.158, smoothstep(0.47, 1.02, y));
  r = mix(r, 0.212, smoothstep(1.0, 1.36, y));
  float shoulder = clamp((y - 1.31) / 0.155, 0.0, 1.0);
  r = mix(r * pow(max(0.0, 1.0 - shoulder * shoulder), 0.62), r, step(y, 1.31));
  return y < 1.55 ? max(r, mix(0.06, 0.046, smoothstep(1.45, 1.5, y))) : -1.0;
}
void main() {
  if (vIsShadow > 0.5) {
    #ifdef REFLECTED
      discard;
    #else
      float r = length(vAt) * 0.5;
      float shade = 0.5 * exp(-r * r / 0.022) * smoothstep(0.5, 0.3, r);
      gl_FragColor = vec4(0.02, 0.018, 0.016, shade * vCoat.a * vNear);
      return;
    #endif
  }
  /* From the side a body is narrower, and the head goes before it. */
  float slim = mix(0.64, 1.0, abs(vTurn.y));
  float x = vAt.x;
  float y = vAt.y;
  float r = breadth(y) * mix(slim, 1.0, step(y, 0.03));
  float soft = fwidth(x) * 0.9 + 0.0005;
  float body = smoothstep(-soft, soft, r - abs(x));
  float legs = smoothstep(-soft, soft, abs(x) - 0.011 * smoothstep(0.47, 0.1, y) * abs(vTurn.y));
  if (y < 0.46) body *= legs;
  vec2 head = (vec2(x - vTurn.x * 0.028, y - 1.605)) / vec2(mix(0.094, 0.08, abs(vTurn.y)), 0.116);
  float skull = length(head);
  float face = smoothstep(1.0 + soft * 10.0, 1.0 - soft * 10.0, skull);
  float covered = max(body, face);
  if (covered < 0.004) discard;
  float across = clamp(face > 0.5 ? head.x : x / max(r, 0.001), -1.0, 1.0);
  float up = face > 0.5 ? head.y : 0.55 * smoothstep(1.3, 1.45, y) - 0.15;
  float out_ = sqrt(max(0.0, 1.0 - across * across));
  vec3 colour = vCoat.rgb * (face > 0.5 ? 1.22 : 1.0);
  /* Trousers are darker than the coat; a light collar shows which way they face. */
  if (face < 0.5 && y < 0.462) colour *= 0.62;
  float collar = smoothstep(0.0, 0.02, (y - 1.3) * 0.36 - abs(x - vTurn.x * 0.06)) * smoothstep(0.1, 0.7, vTurn.y);
  if (face < 0.5) colour = mix(colour, colour * 1.25 + 0.05, collar * step(1.3, y));
  float light = 0.56 + 0.2 * out_ + 0.34 * up + 0.06 * across;
  light *= mix(0.7, 1.0, smoothstep(0.0, 0.7, y));
  light *= face > 0.5 ? 1.0 : mix(1.0, 0.72, smoothstep(1.56, 1.47, y) * step(1.455, y));
  float there = covered * vCoat.a * vNear;
  #ifdef REFLECTED
    if (there < 0.5) discard;
    gl_FragColor = finish(colour * light, y * vHeight / 1.72);
  #else
    gl_FragColor = vec4(finish(colour * light, 0.0).rgb, there);
  #endif
}`

export function makeFigureMaterial(isReflected: boolean): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    defines: isReflected ? { REFLECTED: '' } : {},
    transparent: !isReflected,
    depthWrite: isReflected,
    side: DoubleSide,
  })
}
