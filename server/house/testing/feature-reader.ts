import { createInterface } from 'node:readline'
import { type Feature, features } from '@/lib/contracts/house'
import { HouseError } from '@/server/platform/errors'
import { readCurrentAnnouncements } from '../announcements'
import { requireFeature } from '../require-feature'

/**
 * Another web process, as far as switches are concerned: for each feature on a line of its input it prints `open` or the code of the
 * refusal there, and how many announcements it shows.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const feature = features.find((each) => each === line) as Feature
  const answer = await requireFeature(feature).then(
    () => 'open',
    (thrown: unknown) => (thrown instanceof HouseError ? thrown.code : 'unread'),
  )
  const shown = await readCurrentAnnouncements().catch(() => [])
  console.log(JSON.stringify({ answer, announcements: shown.length }))
}
process.exit(0)
