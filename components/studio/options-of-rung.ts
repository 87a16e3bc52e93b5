import { type Rung, rungLimits } from '@/lib/contracts/admission'
import { portraitSizes } from '@/lib/contracts/portraits'
import type { Options } from './order-options'

/** As much of the chosen options as is painted on a rung: what the form shows. The choice itself is kept, and sent. */
export function optionsOfRung(options: Options, rung: Rung): Options {
  const { largestSize, refinement } = rungLimits[rung]
  const size = portraitSizes.findLast((each) => each <= Math.min(options.size, largestSize)) ?? options.size
  const quality = options.quality === 'MASTER' && refinement === 0 ? 'PAINTING' : options.quality
  return { ...options, size, quality }
}

/** The options that differ from what was shown. */
export function changesOf(shown: Options, changed: Options): Partial<Options> {
  const names = Object.keys(changed) as (keyof Options)[]
  return Object.fromEntries(names.filter((name) => changed[name] !== shown[name]).map((name) => [name, changed[name]]))
}
