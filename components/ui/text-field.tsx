import type { ComponentProps } from 'react'
import { Labelled, type LabelledProps } from './labelled'

/** A labelled field for several lines; hint and error are read out with it. */
export function TextField({ id, label, hint, error, className, ...area }: LabelledProps & ComponentProps<'textarea'>) {
  return (
    <Labelled {...{ id, label, hint, error, className }}>
      {(described) => (
        <textarea
          rows={3}
          className="mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 text-small aria-invalid:border-2 aria-invalid:border-ink"
          {...described}
          {...area}
        />
      )}
    </Labelled>
  )
}
