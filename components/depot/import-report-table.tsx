'use client'

import { useLocale } from '@/components/ui/locale-provider'
import type { ImportReport } from '@/lib/contracts/depot'
import { depotMessages } from '@/lib/i18n/messages/depot'

/** Every line that is wrong; where none is, every line that would change something. */
export function ImportReportTable({ report }: { report: ImportReport }) {
  const t = depotMessages[useLocale()]
  const isBad = report.badRows > 0
  const rows = report.rows.filter(({ problems, changed }) => (isBad ? problems.length > 0 : changed.length > 0))
  if (rows.length === 0) return null
  return (
    <div className="max-h-[60svh] overflow-auto border-b">
      <table className="w-full text-left text-small">
        <thead>
          <tr className="border-b text-label text-secondary">
            <th className="py-2 pr-6 font-normal">{t.labelsLine}</th>
            <th className="py-2 pr-6 font-normal">{t.labelsWork}</th>
            <th className="py-2 font-normal">{isBad ? t.labelsProblem : t.labelsColumn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, title, problems, changed }) => (
            <tr key={line} className="border-t align-top">
              <td className="py-2 pr-6 tabular-nums">{line}</td>
              <td className="py-2 pr-6">{title ?? '–'}</td>
              <td className="py-2">
                {isBad
                  ? problems.map(({ column, code }) => (
                      <p key={`${column} ${code}`}>
                        {column && <span className="font-medium">{column} </span>}
                        {t[code]}
                      </p>
                    ))
                  : changed.join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
