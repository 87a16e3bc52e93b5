import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { readHouse } from '@/server/house/read-house'
import { readCards } from './read-cards'
import { takesSubmissions } from './takes-submissions'

/** Exhibitions to which anybody with an account may offer a work now; none while operators have switched submissions off. */
export async function listOpenCalls(): Promise<ExhibitionCard[]> {
  if (!(await readHouse()).features.submissions) return []
  return readCards('open-calls', takesSubmissions)
}
