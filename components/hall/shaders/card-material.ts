import { ShaderMaterial, type Texture, Vector3 } from 'three'
import type { Rgb } from '@/lib/hanging/colour'
import { common } from './common'

/**
 * Labels and the title's letters: drawn on canvases, lit like the wall they are on. Alpha is coverage. Letters take their colour from `ink`:
 * a canvas forgets the colour of what is transparent, and far letters would get dark rims.
 */
export function makeCardMaterial(texture: Texture, ink?: Rgb): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: /* glsl */ `
      attribute vec3 light;
      varying vec2 vAt;
      varying vec3 vLight;
      void main() {
        vAt = uv;
        vLight = light;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D card;
      uniform vec3 ink;
      uniform float hasInk;
      varying vec2 vAt;
      varying vec3 vLight;
      ${common}
      void main() {
        vec4 c = texture(card, vAt);
        gl_FragColor = vec4(finish(mix(c.rgb, ink, hasInk) * vLight, 0.0).rgb, c.a);
      }`,
    uniforms: {
      card: { value: texture },
      ink: { value: new Vector3(...(ink ?? [0, 0, 0])) },
      hasInk: { value: ink ? 1 : 0 },
    },
    transparent: true,
    depthWrite: false,
  })
}
