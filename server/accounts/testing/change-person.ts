import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/platform/db'
import { announcePeople } from '../kept-sessions'

/** Changes a person's row as no function of the domain does, and says so to whoever keeps their session. */
export async function changePerson(where: Prisma.PersonWhereUniqueInput, data: Prisma.PersonUpdateInput) {
  const { id } = await db.person.update({ where, data, select: { id: true } })
  await announcePeople(db, [id])
}
