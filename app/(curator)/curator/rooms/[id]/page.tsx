import type { Metadata } from 'next'
import { cache } from 'react'
import { Missing } from '@/app/missing'
import { HangingPlan } from '@/components/desk/hanging/hanging-plan'
import { idSchema } from '@/lib/contracts/common'
import { commonMessages } from '@/lib/i18n/messages/common'
import { listRoomDepot } from '@/server/desk/list-depot'
import { readDeskRoom } from '@/server/desk/read-room'
import { getLocale } from '@/server/http/locale'
import { unlessMissing } from '@/server/http/unless-missing'
import { enterDesk } from '../../enter-desk'

interface PageProps {
  params: Promise<{ id: string }>
}

const load = cache(async (id: string) => {
  const viewer = await enterDesk(`/curator/rooms/${id}`, 'VISITOR')
  if (!idSchema.safeParse(id).success) return null
  return unlessMissing(async () => ({
    room: await readDeskRoom(id, viewer),
    depot: await listRoomDepot({ roomId: id }, viewer),
  }))
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [locale, loaded] = await Promise.all([getLocale(), load((await params).id)])
  return { title: loaded?.room.name[locale] ?? commonMessages[locale].notFoundTitle, robots: { index: false } }
}

export default async function RoomPage({ params }: PageProps) {
  const loaded = await load((await params).id)
  return loaded ? <HangingPlan key={loaded.room.id} {...loaded} /> : <Missing />
}
