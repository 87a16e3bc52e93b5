/**
 * Whether this browser draws WebGL with the processor (a virtual machine, a remote desktop, a blocked driver). Asked of a context of its own, since
 * smoothing is chosen when a context is made.
 */
export function isSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|software|basic render/i.test(name)
}
