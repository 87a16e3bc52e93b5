import { type ExhibitionTemplate, exhibitionTemplates } from '@/lib/contracts/desk'
import { type Minimap, minimapOf } from '@/lib/hanging/minimap'
import { templateRooms } from './templates'

/** The rooms of every template from above, ready to be drawn. */
export function drawTemplates(): Record<ExhibitionTemplate, Minimap> {
  const drawn = exhibitionTemplates.map((name) => [
    name,
    minimapOf(
      templateRooms[name]().map(({ plan }) => plan),
      [],
    ),
  ])
  return Object.fromEntries(drawn)
}
