/** Between two portraits that are told, ms: on an opening night one may begin every second. */
const pauseMs = 20_000

/** Which portraits on the easel are told to those who do not see them: each once, and one in 20 s at most. */
export function createPortraitTeller() {
  let told: string | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  return {
    /** Whether the portrait that is there now (null: none) is to be told, at a time in ms; what comes too soon is asked about again. */
    hear(id: string | null, now: number): boolean {
      if (id === null || id === told || now - toldAt < pauseMs) return false
      told = id
      toldAt = now
      return true
    },
  }
}
