import { gauge } from './registry'

const missing = gauge('vernissage_pictures_missing', 'Rows whose file was missing or damaged at the last scrub.', [])
const scrubbedAt = gauge('vernissage_pictures_scrubbed_at_seconds', 'When the last scrub ended, Unix time.', [])

/** @param wrong rows whose file was missing or damaged */
export function noteScrub(wrong: number): void {
  missing.set(wrong)
  scrubbedAt.set(Date.now() / 1_000)
}
