import { saveMasters } from '@/server/styles/save-masters'
import { mastersOf } from '@/worker/masters-of'
import type { Painter } from '@/worker/painter/painter'

/** Has the house know the masters of the painter's own network. @returns the id of the first */
export async function hangMasters(painter: Painter): Promise<string> {
  const [house] = painter.models
  const [first] = house?.styles ?? []
  if (!house || !first) throw new Error('the painter should have a model with masters')
  await saveMasters([{ name: house.name, version: house.version, masters: mastersOf(house) }])
  return first.id
}
