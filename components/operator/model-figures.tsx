import type { ModelView } from '@/lib/contracts/operations'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { FiguresTable } from './figures-table'
import { TableSection } from './table-section'

/** The networks whose manners stand in the studio. */
export function ModelFigures({ models, locale }: { models: ModelView[]; locale: Locale }) {
  const t = operatorMessages[locale]
  const number = new Intl.NumberFormat(locale)
  return (
    <TableSection title={t.models} className="lg:col-span-5">
      {models.length === 0 ? (
        <p className="text-small">{t.noModels}</p>
      ) : (
        <FiguresTable
          headings={[t.model, t.manners]}
          rows={models.map(({ name, version, manners }) => ({
            name: `${name} ${version}`,
            figures: [number.format(manners)],
          }))}
        />
      )}
    </TableSection>
  )
}
