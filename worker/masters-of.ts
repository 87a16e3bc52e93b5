import type { Master } from '@/server/styles/save-masters'
import { bytesOf } from './float-bytes'
import type { MasterStyle } from './painter/read-styles'

/** A model's own styles as the house keeps them. */
export function mastersOf({ styles }: { styles: readonly MasterStyle[] }): Master[] {
  return styles.map(({ id, title, artist, year, school, fine, broad, target }) => ({
    ...{ id, title, artist, year, school },
    fine: bytesOf(fine),
    broad: bytesOf(broad),
    target: target && bytesOf(target),
  }))
}
