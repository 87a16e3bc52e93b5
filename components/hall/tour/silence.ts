const rate = 8_000
const headerBytes = 44

/** A twentieth of a second in which nothing is to be heard, as a WAV file of 8 bits, mono. */
export function silence(): Blob {
  const samples = new Uint8Array(rate / 20).fill(128)
  const header = new DataView(new ArrayBuffer(headerBytes))
  const write = (at: number, word: string) =>
    [...word].forEach((letter, index) => void header.setUint8(at + index, letter.charCodeAt(0)))
  write(0, 'RIFF')
  header.setUint32(4, headerBytes - 8 + samples.length, true)
  write(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, rate, true)
  header.setUint32(28, rate, true)
  header.setUint16(32, 1, true)
  header.setUint16(34, 8, true)
  write(36, 'data')
  header.setUint32(40, samples.length, true)
  return new Blob([header, samples], { type: 'audio/wav' })
}
