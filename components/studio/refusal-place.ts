import type { ApiError } from '@/lib/client/api-error'

export type RefusalPlace = 'photo' | 'style' | 'blend' | 'form'

/** Where on the order form the sentence about a refusal belongs. */
export function placeOf({ code, fields }: Pick<ApiError, 'code' | 'fields'>): RefusalPlace {
  if (code.startsWith('photo_') || 'photo' in fields) return 'photo'
  if ('blend' in fields) return 'blend'
  return code === 'style_unknown' || 'style' in fields ? 'style' : 'form'
}
