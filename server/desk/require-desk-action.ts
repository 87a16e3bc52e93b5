import type { Prisma } from '@/generated/prisma/client'
import { type CuratorRole, type DeskAction, mayAtDesk } from '@/lib/contracts/desk'
import { hasRole, requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Database } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

interface Curated {
  curators: { personId: string; role: CuratorRole }[]
}

/**
 * What somebody is on an exhibition. Operators are leads everywhere. Who is named on it is what it says; an exhibition on which nobody is
 * named belongs to all curators of the house as leads; on the others they may look. Null: to them it is not there.
 */
export function deskRole({ curators }: Curated, viewer: Viewer): CuratorRole | null {
  if (hasRole(viewer, 'OPERATOR')) return 'LEAD'
  const named = curators.find(({ personId }) => personId === viewer.id)
  if (named) return named.role
  if (!hasRole(viewer, 'CURATOR')) return null
  return curators.length === 0 ? 'LEAD' : 'ADVISER'
}

/** The same as a condition for lists: exhibitions that are at somebody's desk at all. */
export function isAtDeskOf(viewer: Viewer): Prisma.ExhibitionWhereInput {
  const all: Prisma.ExhibitionWhereInput = { kind: 'EXHIBITION' }
  return hasRole(viewer, 'CURATOR') ? all : { ...all, curators: { some: { personId: viewer.id } } }
}

/**
 * Whether somebody may do this to an exhibition. People's own rooms are not at the desk.
 *
 * @throws {HouseError} not_signed_in; account_needed for a guest; not_found for who may not even look; forbidden for a lesser role
 */
export async function requireDeskAction(
  exhibitionId: string,
  action: DeskAction,
  viewer: Viewer | null,
  tx: Database,
): Promise<{ curator: Viewer; role: CuratorRole }> {
  const curator = requireAccount(viewer)
  const exhibition = await tx.exhibition.findFirst({
    where: { id: exhibitionId, kind: 'EXHIBITION' },
    select: { curators: { select: { personId: true, role: true } } },
  })
  const role = exhibition && deskRole(exhibition, curator)
  if (!role) fail('not_found')
  return mayAtDesk(role, action) ? { curator, role } : fail('forbidden')
}

/**
 * Whether somebody may look at what hangs in a room of an exhibition, or change it: at the desk as there, and in a room of one's own its
 * owner alone.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function requireRoomAction(
  exhibitionId: string,
  action: 'look' | 'edit',
  viewer: Viewer | null,
  tx: Database,
): Promise<{ curator: Viewer; role: CuratorRole; isOwnRoom: boolean }> {
  const curator = requireAccount(viewer)
  const where = { id: exhibitionId, kind: 'OWN_ROOM' as const, ownerId: curator.id }
  if ((await tx.exhibition.count({ where })) > 0) return { curator, role: 'EDITOR', isOwnRoom: true }
  return { ...(await requireDeskAction(exhibitionId, action, curator, tx)), isOwnRoom: false }
}
