import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { readCards } from './read-cards'
import { takesSubmissions } from './takes-submissions'

/** Exhibitions to which anybody with an account may offer a work now. */
export function listOpenCalls(): Promise<ExhibitionCard[]> {
  return readCards('open-calls', takesSubmissions)
}
