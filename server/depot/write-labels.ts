import type { Label } from '@/lib/contracts/depot'
import { announceWorks } from '@/server/artworks/announce-works'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

export interface LabelChange {
  id: string
  /** As it was read. */
  version: number
  changes: Partial<Label>
}

/** Writes labels, all or none, each on the version that it was read in. Who may is for the caller. Throws conflict. */
export async function writeLabels(tx: Transaction, wishes: readonly LabelChange[]): Promise<void> {
  // In one order everywhere, so that two who edit the same works never wait for each other.
  for (const { id, version, changes } of wishes.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const written = await tx.artwork.updateMany({
      where: { id, version },
      data: { ...changes, version: { increment: 1 } },
    })
    if (written.count === 0) fail('conflict')
    const { titleEn, titleZh, artistEn, artistZh } = changes
    // The manner of a work is called as the work is.
    const isNamed = [titleEn, titleZh, artistEn, artistZh].some((each) => each !== undefined)
    if (isNamed) await tx.style.updateMany({ where: { artworkId: id }, data: { titleEn, titleZh, artistEn, artistZh } })
  }
  await announceWorks(
    tx,
    wishes.map(({ id }) => id),
  )
}
