import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallSpace } from '../hall-works'

/** What a room is called: `Room 2, Salon`; a room whose name says no more than its number is called by that alone. */
export function roomWords({ rooms }: Pick<HallSpace, 'rooms'>, index: number, locale: Locale): string {
  const t = hallMessages[locale]
  const name = rooms[index]?.view.name[locale].trim() ?? ''
  const number = t.room(index + 1)
  return name === '' || name === number ? number : t.roomNamed(number, name)
}
