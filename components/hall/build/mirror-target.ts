import { LinearFilter, LinearMipmapLinearFilter, WebGLRenderTarget } from 'three'

export interface MirrorTarget {
  target: WebGLRenderTarget
  fit(width: number, height: number): void
}

/** Where the floor's mirror image is drawn: with mipmaps, from which the floor takes its blur. */
export function createMirrorTarget(): MirrorTarget {
  const target = new WebGLRenderTarget(4, 4, {
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
    magFilter: LinearFilter,
  })
  return {
    target,
    fit(width, height) {
      if (target.width !== width || target.height !== height) target.setSize(width, height)
    },
  }
}
