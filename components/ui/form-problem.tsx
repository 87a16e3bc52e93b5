'use client'

import { sentenceFor } from '@/lib/client/sentence'
import { useLocale } from './locale-provider'
import { Reference } from './reference'

/** Why a form as a whole was refused; null while it was not. Read out as soon as it appears. */
export function FormProblem({ error }: { error: unknown }) {
  const locale = useLocale()
  return (
    <div role="alert">
      {error !== null && (
        <p className="max-w-measure border-l-2 border-ink pl-4 text-small font-medium">
          {sentenceFor(error, locale)}
          <Reference error={error} />
        </p>
      )}
    </div>
  )
}
