import type { EaselView } from '@/lib/contracts/easels'

/** Gets a picture; null where it cannot be had. */
export type GetPicture<P> = (address: string) => Promise<P | null>

export interface EaselFeed {
  /** The easels that are shown now, the one that was begun last first. */
  hear(easels: readonly EaselView[]): void
  /** What is shown has been lost, e.g. with the canvas: it is brought again. */
  again(): void
}

interface Preview {
  id: string
  address: string
}

/**
 * Brings to one easel what is painted on the one that was begun last, one picture after another: where they come slowly some are left out,
 * never the last. Nobody's picture stays once they are not among those who show theirs any more. `show` is told whose it is; null takes it away.
 */
export function createEaselFeed<P>(
  getPicture: GetPicture<P>,
  show: (picture: P | null, id: string | null) => void,
): EaselFeed {
  let easels: readonly EaselView[] = []
  let wanted: Preview | null = null
  let shown: Preview | null = null
  let isLoading = false
  const isStillPainted = ({ id }: Preview) => easels.some((easel) => easel.id === id)

  async function load(): Promise<void> {
    const asked = wanted
    if (isLoading || asked === null || asked.address === shown?.address) return
    isLoading = true
    const picture = await getPicture(asked.address)
    isLoading = false
    if (picture !== null && isStillPainted(asked)) {
      shown = asked
      show(picture, asked.id)
    }
    // A picture that cannot be had any more is the next news' business.
    if (wanted?.address !== asked.address) void load()
  }

  return {
    hear(news) {
      easels = news
      const latest = easels.find(({ previewUrl }) => previewUrl !== null)
      wanted = latest?.previewUrl ? { id: latest.id, address: latest.previewUrl } : null
      if (shown && !isStillPainted(shown)) {
        shown = null
        show(null, null)
      }
      void load()
    },
    again() {
      shown = null
      void load()
    },
  }
}
