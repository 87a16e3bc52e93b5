import type { EaselView } from '@/lib/contracts/easels'
import { compareSteps } from './portrait-state'

/** What an answer says, but of each easel the newest that is known: processes of the house keep their answers for a moment each, and some answer late. */
export function newestEasels(known: readonly EaselView[], answer: readonly EaselView[]): EaselView[] {
  return answer.map((easel) => {
    const before = known.find(({ id }) => id === easel.id)
    return before && compareSteps(before, easel) > 0 ? before : easel
  })
}
