'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { ImportReport } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'
import { depotMessages } from '@/lib/i18n/messages/depot'
import { ImportReportTable } from './import-report-table'

const LONGEST_MS = 90_000

/** A CSV list is tried, shown, and brought once nothing in it is wrong. */
export function LabelsImport() {
  const t = depotMessages[useLocale()]
  const input = useRef<HTMLInputElement>(null)
  const [tried, setTried] = useState<{ csv: string; report: ImportReport } | null>(null)
  const { isBusy, error, run } = useRequest()
  const bring = (csv: string, isDryRun: boolean) =>
    void run(async () => {
      const report = await call(routes.importLabels, { body: { csv, isDryRun }, timeoutMs: LONGEST_MS })
      setTried({ csv, report })
    })
  const report = tried?.report
  const isReady = report && !report.isApplied && report.badRows === 0 && report.changedWorks > 0
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap gap-3">
        <a
          href={routes.exportLabels.path}
          download
          className="inline-flex min-h-11 items-center rounded border border-edge px-5 py-2 text-small font-medium hover:border-accent hover:text-accent"
        >
          {t.labelsDownload}
        </a>
        <Button kind={isReady ? 'secondary' : 'primary'} disabled={isBusy} onClick={() => input.current?.click()}>
          {isBusy ? t.labelsTrying : t.labelsChoose}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        aria-label={t.labelsChoose}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void file.text().then((csv) => bring(csv, true))
          event.target.value = ''
        }}
      />
      <FormProblem error={error} />
      {report && (
        <div className="space-y-4">
          <p role="status" className="editorial text-title">
            {report.isApplied && t.labelsApplied(report.changedWorks)}
            {!report.isApplied && report.badRows > 0 && t.labelsBad(report.badRows)}
            {!report.isApplied &&
              report.badRows === 0 &&
              (report.changedWorks > 0 ? t.labelsWouldChange : t.labelsNothing)}
          </p>
          {report.unknownColumns.length > 0 && (
            <p className="text-small text-secondary">{t.labelsUnknown(report.unknownColumns.join(', '))}</p>
          )}
          {isReady && (
            <Button kind="primary" disabled={isBusy} onClick={() => bring(tried.csv, false)}>
              {isBusy ? t.saving : t.labelsApply(report.changedWorks)}
            </Button>
          )}
          {!report.isApplied && <ImportReportTable report={report} />}
        </div>
      )}
    </div>
  )
}
