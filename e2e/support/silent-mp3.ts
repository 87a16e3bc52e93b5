/** MPEG 1, layer III, without a checksum: 32 kbit/s, 44.1 kHz, mono (ISO/IEC 11172-3). */
const header = [0xff, 0xfb, 0x10, 0xc4]
const frameBytes = Math.floor((144 * 32_000) / 44_100)
const frameSeconds = 1152 / 44_100

/** An MP3 in which nothing is to be heard for so many seconds: a frame of zeros says that it holds no sound. */
export function silentMp3(seconds: number): Buffer {
  const frame = Buffer.alloc(frameBytes)
  frame.set(header)
  return Buffer.concat(Array<Buffer>(Math.ceil(seconds / frameSeconds)).fill(frame))
}
