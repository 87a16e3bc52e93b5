import type { ComponentProps } from 'react'
import { Labelled, type LabelledProps } from './labelled'

/** A labelled input; hint and error are read out with it. */
export function Field({ id, label, hint, error, className, ...input }: LabelledProps & ComponentProps<'input'>) {
  return (
    <Labelled {...{ id, label, hint, error, className }}>
      {(described) => (
        <input
          className="mt-1 block min-h-12 w-full rounded border border-edge bg-paper px-3 text-body aria-invalid:border-2 aria-invalid:border-ink"
          {...described}
          {...input}
        />
      )}
    </Labelled>
  )
}
