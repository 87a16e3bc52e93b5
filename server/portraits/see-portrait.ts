import type { PortraitView } from '@/lib/contracts/portraits'
import { markSeen } from '@/server/notices/mark-read'
import { aboutPortrait } from '@/server/notices/tell'
import { readPortrait } from './read-portrait'

/** `readPortrait` for the artist's own eyes: once they have seen the painting, nobody need tell them that it is done. */
export async function seePortrait(id: string, personId: string): Promise<PortraitView | null> {
  const portrait = await readPortrait(id, personId)
  if (portrait?.status === 'PAINTED') await markSeen(personId, aboutPortrait(id))
  return portrait
}
