import type { FailureCode } from '@/lib/contracts/errors'

/** Why a picture could not be painted; `model_damaged` and `painter_failed` are the house's fault, the others the order's. */
export type PainterErrorCode = Exclude<FailureCode, 'gave_up' | 'set_aside'> | 'model_damaged'

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
