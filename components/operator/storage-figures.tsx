import { ProgressBar } from '@/components/ui/progress-bar'
import type { StorageFigures as Figures } from '@/lib/contracts/storage'
import { formatBytes } from '@/lib/i18n/format-bytes'
import type { Locale } from '@/lib/i18n/locale'
import { operatorDeskMessages, operatorWords } from '@/lib/i18n/messages/operator-desk'
import { FiguresTable } from './figures-table'
import { TableSection } from './table-section'

/** What is kept by kind of file, and the disk under it. */
export function StorageFigures({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = operatorDeskMessages[locale]
  const number = new Intl.NumberFormat(locale)
  const { kinds, arrivingBytes, disk } = figures
  const sum = (of: 'files' | 'bytes') => kinds.reduce((all, kind) => all + kind[of], 0)
  const rows = [
    ...kinds.map(({ kind, files, bytes }) => ({
      name: operatorWords[locale].kinds[kind],
      figures: [number.format(files), formatBytes(bytes, locale)],
    })),
    { name: t.arriving, figures: ['–', formatBytes(arrivingBytes, locale)] },
    { name: t.together, figures: [number.format(sum('files')), formatBytes(sum('bytes') + arrivingBytes, locale)] },
  ]
  const taken = disk ? 1 - disk.freeBytes / disk.totalBytes : 0
  return (
    <TableSection title={t.byKind} className="lg:col-span-6">
      <FiguresTable headings={[t.kind, t.files, t.size]} rows={rows} />
      <div className="mt-8">
        {disk ? (
          <>
            <p className="flex justify-between gap-4 text-small">
              <span>{t.disk}</span>
              <span className="tabular-nums">
                {t.diskFree(formatBytes(disk.freeBytes, locale), formatBytes(disk.totalBytes, locale))}
              </span>
            </p>
            <ProgressBar share={taken} label={t.disk} className="mt-2" />
          </>
        ) : (
          <p className="text-small text-secondary">{t.bucket}</p>
        )}
      </div>
    </TableSection>
  )
}
