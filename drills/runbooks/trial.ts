import type { BackEnd } from '../house/house'
import type { Desk } from './desk'
import type { RunbookPage } from './page'

/** One page tried: its trouble made on a running house, its commands run as they stand there, and what they said looked at. */
export interface Trial {
  page: string
  backEnd: BackEnd
  /** @returns what was seen, where it is more than that the commands did what the page says */
  run(desk: Desk, page: RunbookPage): Promise<string | undefined>
}
