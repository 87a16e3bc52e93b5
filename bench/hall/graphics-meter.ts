/** What a page's WebGL contexts were told to do, counted from outside: in the page, before any of its own code. */
export interface GraphicsMeter {
  /** Of the frame with the most: draw calls, and triangles. */
  most: { calls: number; triangles: number }
  /** Frames in which anything was drawn. */
  frames: number
  /** Bytes of textures and render targets that exist, and the most there ever were. */
  bytes: number
  mostBytes: number
  /** Bytes that had been transferred, by pixels of the widest picture that the card had received at that moment. */
  received: { width: number; transferred: number }[]
  /** Milliseconds between frames that followed each other. */
  steps: number[]
  reset(): void
}

/** Runs inside the page (Playwright's addInitScript): nothing from outside may be named in it. */
export function meterGraphics(): void {
  const bytesOf = new Map<WebGLTexture | WebGLRenderbuffer, number>()
  const bound = new Map<number, WebGLTexture | WebGLRenderbuffer | null>()
  let unit = 0
  let calls = 0
  let triangles = 0
  let drawnAt = 0
  const meter: GraphicsMeter = {
    most: { calls: 0, triangles: 0 },
    frames: 0,
    bytes: 0,
    mostBytes: 0,
    received: [],
    steps: [],
    reset() {
      meter.most = { calls: 0, triangles: 0 }
      meter.frames = 0
      meter.steps = []
      drawnAt = 0
    },
  }
  Object.assign(window, { graphicsMeter: meter })

  const tick = (now: number) => {
    if (calls > 0) {
      meter.frames++
      meter.most.calls = Math.max(meter.most.calls, calls)
      meter.most.triangles = Math.max(meter.most.triangles, triangles)
      if (drawnAt > 0) meter.steps.push(now - drawnAt)
      drawnAt = now
    } else drawnAt = 0
    calls = triangles = 0
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)

  const gl = WebGL2RenderingContext.prototype
  type Method = (...values: never[]) => unknown
  const after = (
    name: keyof WebGL2RenderingContext,
    note: (values: unknown[], context: WebGL2RenderingContext) => void,
  ) => {
    const own = gl[name] as unknown as Method
    Object.assign(gl, {
      [name](this: WebGL2RenderingContext, ...values: never[]) {
        const answer = own.apply(this, values)
        note(values, this)
        return answer
      },
    })
  }
  const drawn = (mode: unknown, count: unknown, instances: unknown = 1) => {
    calls++
    if (mode === gl.TRIANGLES) triangles += (Number(count) / 3) * Number(instances)
  }
  after('drawElements', ([mode, count]) => drawn(mode, count))
  after('drawArrays', ([mode, , count]) => drawn(mode, count))
  after('drawElementsInstanced', ([mode, count, , , instances]) => drawn(mode, count, instances))
  after('drawArraysInstanced', ([mode, , count, instances]) => drawn(mode, count, instances))

  const hold = (thing: WebGLTexture | WebGLRenderbuffer | null | undefined, bytes: number) => {
    if (!thing) return
    meter.bytes += bytes - (bytesOf.get(thing) ?? 0)
    // What is gone is held by nobody, this meter included.
    if (bytes > 0) bytesOf.set(thing, bytes)
    else bytesOf.delete(thing)
    meter.mostBytes = Math.max(meter.mostBytes, meter.bytes)
  }
  const texelOf = (format: unknown) =>
    format === gl.RGBA16F ? 8 : format === gl.RGBA32F ? 16 : format === gl.R8 ? 1 : format === gl.RG8 ? 2 : 4
  after('activeTexture', ([texture]) => {
    unit = Number(texture)
  })
  const texture = () => bound.get(unit * 4 + 1)
  after('bindTexture', ([, name]) => bound.set(unit * 4 + 1, name as WebGLTexture | null))
  after('bindRenderbuffer', ([, name]) => bound.set(0, name as WebGLRenderbuffer | null))
  const baseOf = new Map<object, number>()
  const holdTexture = (width: unknown, height: unknown, format: unknown, hasLevels: boolean) => {
    const name = texture()
    if (!name) return
    const whole = Number(width) * Number(height) * texelOf(format)
    baseOf.set(name, whole)
    hold(name, hasLevels ? (whole * 4) / 3 : whole)
  }
  after('texStorage2D', ([, levels, format, width, height]) => holdTexture(width, height, format, Number(levels) > 1))
  after('texImage2D', (values) => {
    const [, level, format] = values
    const source = values.at(-1)
    const [width, height] = values.length > 6 ? [values[3], values[4]] : sizeOf(source)
    if (level === 0) holdTexture(width, height, format, false)
    note(source)
  })
  after('texSubImage2D', (values) => note(values.at(-1)))
  after('generateMipmap', () => hold(texture(), ((baseOf.get(texture() ?? {}) ?? 0) * 4) / 3))
  after('renderbufferStorage', ([, , width, height]) => hold(bound.get(0), Number(width) * Number(height) * 4))
  after('renderbufferStorageMultisample', ([, samples, , width, height]) =>
    hold(bound.get(0), Number(width) * Number(height) * 4 * Math.max(1, Number(samples))),
  )
  after('deleteTexture', ([name]) => hold(name as WebGLTexture | null, 0))
  after('deleteRenderbuffer', ([name]) => hold(name as WebGLRenderbuffer | null, 0))

  function sizeOf(source: unknown): [number, number] {
    const { width = 0, height = 0 } = (source ?? {}) as { width?: number; height?: number }
    return [width, height]
  }
  /** Pictures come as bitmaps; what the house draws itself comes as canvases. */
  function note(source: unknown): void {
    if (!(source instanceof ImageBitmap)) return
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[]
    meter.received.push({
      width: source.width,
      transferred: entries.reduce((sum, entry) => sum + entry.transferSize, 0),
    })
  }
}
