import type { PublishProblem } from '@/lib/contracts/desk'
import type { DeskHanging } from '@/lib/contracts/desk-hanging'
import { roomBudget, roomLoad } from '@/lib/hanging/budget'
import { checkHanging } from '@/lib/hanging/check-hanging'
import type { Plan } from '@/lib/hanging/plan'

interface Checked {
  titleEn: string
  titleZh: string
  rooms: { id: string; plan: Plan; hangings: DeskHanging[] }[]
}

/** What keeps an exhibition from being shown; empty when nothing does. */
export function findProblems({ titleEn, titleZh, rooms }: Checked): PublishProblem[] {
  const whole = (code: PublishProblem['code']): PublishProblem => ({ code, roomId: null, artworkIds: [] })
  const problems: PublishProblem[] = []
  if (titleEn === '' || titleZh === '') problems.push(whole('title_missing'))
  if (rooms.length === 0) problems.push(whole('no_room'))
  else if (rooms.every(({ hangings }) => hangings.length === 0)) problems.push(whole('no_work'))
  return [...problems, ...rooms.flatMap(roomProblems)]
}

function roomProblems({ id: roomId, plan, hangings }: Checked['rooms'][number]): PublishProblem[] {
  const artworkOf = new Map(hangings.map(({ id, artwork }) => [id, artwork.id]))
  const load = roomLoad(hangings.map(({ artwork }) => artwork.picture))
  const problems: PublishProblem[] = []
  if (load.works > roomBudget.works) problems.push({ code: 'too_many_works', roomId, artworkIds: [] })
  if (load.textureBytes > roomBudget.textureBytes) problems.push({ code: 'too_many_bytes', roomId, artworkIds: [] })
  const misplaced = checkHanging(plan, hangings).map(({ code, hangings: ids }) => ({
    code,
    roomId,
    artworkIds: ids.flatMap((id) => artworkOf.get(id) ?? []),
  }))
  return [...problems, ...misplaced]
}
