import type { FailureCode } from '@/lib/contracts/errors'

/**
 * Why a picture could not be painted; `model_damaged` and `painter_failed` are the house's fault, `photo_unreadable` and `style_missing` the order's.
 * `model_missing` is nobody's: the numbers belong to a network, or a version of one, that this painter does not have, or not any more.
 */
export type PainterErrorCode = Exclude<FailureCode, 'gave_up' | 'set_aside'> | 'model_damaged' | 'model_missing'

export class PainterError extends Error {
  override name = 'PainterError'

  constructor(
    readonly code: PainterErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
