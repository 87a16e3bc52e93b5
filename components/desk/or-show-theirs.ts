import { ApiError } from '@/lib/client/api-error'
import { call } from '@/lib/client/call'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'

/** Carries an act out; where somebody else was faster, what is there now is shown beside what is said of it. */
export async function orShowTheirs(
  id: string,
  onChange: (exhibition: DeskExhibition) => void,
  act: () => Promise<DeskExhibition>,
): Promise<void> {
  try {
    onChange(await act())
  } catch (refusal) {
    const isOvertaken = refusal instanceof ApiError && refusal.code === 'conflict'
    if (isOvertaken) onChange(await call(routes.deskExhibition, { params: { id } }))
    throw refusal
  }
}
