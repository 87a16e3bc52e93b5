/** What one look of the doctor found. */
export interface Finding {
  /** ok; a warning, with which the house works; bad, without which it does not; or not looked at. */
  state: 'ok' | 'warning' | 'bad' | 'skipped'
  /** One sentence with figures. */
  saw: string
  /** What to do about it. */
  advice?: string
}

export const ok = (saw: string): Finding => ({ state: 'ok', saw })
export const warning = (saw: string, advice: string): Finding => ({ state: 'warning', saw, advice })
export const bad = (saw: string, advice: string): Finding => ({ state: 'bad', saw, advice })
export const skipped = (saw: string): Finding => ({ state: 'skipped', saw })

export interface Check {
  name: string
  look(): Promise<Finding[]> | Finding[]
}

export interface Report extends Finding {
  check: string
}

/** Does every look; one that breaks is a finding like any other. */
export async function examine(checks: Check[]): Promise<Report[]> {
  const reports: Report[] = []
  for (const { name, look } of checks) {
    try {
      reports.push(...(await look()).map((finding) => ({ check: name, ...finding })))
    } catch (error) {
      const { message, code } = error as Error & { code?: string }
      reports.push({
        check: name,
        ...bad(`This could not be looked at: ${message || code}.`, 'Mend what it says, and ask again.'),
      })
    }
  }
  return reports
}

const marks = { ok: 'ok', warning: 'WARN', bad: 'BAD', skipped: '-' } as const

/** As lines for people. */
export function writeReports(reports: Report[]): string {
  const width = Math.max(...reports.map(({ check }) => check.length))
  const lines = reports.flatMap(({ check, state, saw, advice }) => [
    `  ${marks[state].padEnd(4)}  ${check.padEnd(width)}  ${saw}`,
    ...(advice ? [`        ${''.padEnd(width)}  -> ${advice}`] : []),
  ])
  const count = (state: Finding['state']) => reports.filter((report) => report.state === state).length
  return [...lines, '', `${count('ok')} fine, ${count('warning')} warnings, ${count('bad')} bad`].join('\n')
}
