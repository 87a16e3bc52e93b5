import { partOf } from './part-of'
import type { SoundDevice } from './sound-device'

/** A recording that does not begin, or go on, in this time, ms, is not waited for. */
const patienceMs = 8_000

/** Plays a recording until the signal is aborted. Calls back once: when it is over, or when it cannot be heard. */
export function playRecording(
  device: SoundDevice,
  address: string,
  signal: AbortSignal,
  onEnd: () => void,
  onFail: () => void,
): void {
  const playing = partOf(signal)
  const own = { signal: playing.signal }
  const player = device.recording(address)
  let waiting = partOf(playing.signal)
  // A file that cannot be played tells so twice: by an event, and by breaking its promise to play.
  const over = (tell: () => void) => () => {
    if (playing.signal.aborted) return
    playing.abort()
    tell()
  }
  const wait = () => {
    waiting.abort()
    waiting = partOf(playing.signal)
    device.later(patienceMs, over(onFail), waiting.signal)
  }
  playing.signal.addEventListener('abort', () => player.pause(), { once: true })
  player.addEventListener('playing', () => waiting.abort(), own)
  player.addEventListener('waiting', wait, own)
  player.addEventListener('ended', over(onEnd), own)
  player.addEventListener('error', over(onFail), own)
  wait()
  player.play().catch(over(onFail))
}
