import { partOf } from './part-of'
import type { SoundDevice } from './sound-device'

/** A recording that does not begin, or go on, in this time, ms, is not waited for. */
const patienceMs = 8_000

/**
 * Plays a recording, from so many seconds on, until the signal is aborted. Calls back once: when it is over, or when it cannot be
 * heard.
 */
export function playRecording(
  { player, later }: SoundDevice,
  { address, seconds }: { address: string; seconds: number },
  signal: AbortSignal,
  onEnd: () => void,
  onFail: () => void,
): void {
  const playing = partOf(signal)
  const own = { signal: playing.signal }
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
    later(patienceMs, over(onFail), waiting.signal)
  }
  const isLoaded = seconds > 0 && player.getAttribute('src') === address
  if (!isLoaded) {
    player.src = address
    player.currentTime = seconds
  }
  // Held in the moment of its end: to play it would be to begin anew.
  if (isLoaded && player.ended) {
    over(onEnd)()
    return
  }
  playing.signal.addEventListener('abort', () => player.pause(), { once: true })
  player.addEventListener('playing', () => waiting.abort(), own)
  player.addEventListener('waiting', wait, own)
  player.addEventListener('ended', over(onEnd), own)
  player.addEventListener('error', over(onFail), own)
  wait()
  player.play().catch(over(onFail))
}
