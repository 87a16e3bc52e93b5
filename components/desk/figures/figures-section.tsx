import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

interface FiguresSectionProps {
  title: string
  hint?: string
  /** Address of the same table as CSV. */
  csv?: string
  locale: Locale
  children: ReactNode
}

/** One part of the figures, under a hairline, with its table to take along. */
export function FiguresSection({ title, hint, csv, locale, children }: FiguresSectionProps) {
  const t = figuresMessages[locale]
  return (
    <section aria-label={title} className="mb-14 border-t pt-4 lg:mb-20">
      <div className="flex items-baseline justify-between gap-6">
        <h2 className="editorial text-title">{title}</h2>
        {csv && (
          <a href={csv} download="" aria-label={t.csvOf(title)} className="link text-small">
            {t.csv}
          </a>
        )}
      </div>
      {hint && <p className="mt-1 max-w-measure text-label text-secondary">{hint}</p>}
      <div className="mt-6">{children}</div>
    </section>
  )
}
