import { ShaderMaterial, type Texture } from 'three'
import { common } from './common'

/** Blurred stand-ins of all works of a room in one draw: every instance takes its cell of the atlas. */
export function makeBlurMaterial(atlas: Texture, isReflected: boolean): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: /* glsl */ `
      attribute vec3 place;
      attribute vec2 facing;
      attribute vec3 size;
      attribute vec4 cell;
      varying vec2 vAt;
      varying float vHeight;
      void main() {
        vAt = cell.xy + cell.zw * uv;
        vec3 right = vec3(facing.y, 0.0, -facing.x);
        vec3 world = place + right * position.x * size.x + vec3(0.0, position.y * size.y, 0.0) + vec3(facing.x, 0.0, facing.y) * size.z;
        vec4 moved = modelMatrix * vec4(world, 1.0);
        vHeight = abs(moved.y);
        gl_Position = projectionMatrix * viewMatrix * moved;
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D atlas;
      varying vec2 vAt;
      varying float vHeight;
      ${common}
      void main() {
        #ifdef REFLECTED
          gl_FragColor = finish(texture(atlas, vAt).rgb, vHeight);
        #else
          gl_FragColor = vec4(encodeSrgb(texture(atlas, vAt).rgb), 1.0);
        #endif
      }`,
    defines: isReflected ? { REFLECTED: 1 } : {},
    uniforms: { atlas: { value: atlas } },
  })
}

/** One work: no light, no tone curve, no dither. What the file says is what the screen shows. */
export function makePictureMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: /* glsl */ `
      varying vec2 vAt;
      void main() {
        vAt = uv;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D picture;
      uniform float presence;
      varying vec2 vAt;
      ${common}
      void main() { gl_FragColor = vec4(encodeSrgb(texture(picture, vAt).rgb), presence); }`,
    uniforms: { picture: { value: null }, presence: { value: 0 } },
    transparent: true,
    depthWrite: false,
  })
}
