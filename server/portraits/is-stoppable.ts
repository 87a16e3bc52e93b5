import type { PortraitQuality, PortraitStatus } from '@/lib/contracts/portraits'

interface Order {
  status: PortraitStatus
  quality: PortraitQuality
  stopRequestedAt: Date | null
}

/** Only what is refined can be refined less, and saying so once is enough. */
export function isStoppable({ status, quality, stopRequestedAt }: Order): boolean {
  return status === 'PAINTING' && quality === 'MASTER' && stopRequestedAt === null
}
