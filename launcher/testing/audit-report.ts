import { z } from 'zod'

/** An advisory that somebody has looked at and found harmless here, for a time. */
export const acceptedSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
    /** Why it cannot do harm here. */
    reason: z.string().min(20),
    /** The last day on which this holds. */
    until: z.iso.date(),
  }),
)
export type Accepted = z.infer<typeof acceptedSchema>

/** The part that we read of what `npm audit --json` prints (report version 2). */
const advisorySchema = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() })
type Advisory = z.infer<typeof advisorySchema>
const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
})
/** What it prints where the registry does not answer. */
const failureSchema = z.object({ message: z.string() })

export type Audit = { notChecked: string } | { open: string[]; accepted: string[] }

const idOf = ({ url }: Advisory) => url.split('/').at(-1) ?? url

/** High and critical advisories about what the product needs at run time: those that nobody accepted, and those accepted. */
export function readAudit(output: string, accepted: Accepted, today: string): Audit {
  const json = parseJson(output)
  const report = reportSchema.safeParse(json)
  if (!report.success) {
    const failure = failureSchema.safeParse(json)
    return { notChecked: failure.success ? failure.data.message : 'npm audit gave no report' }
  }
  const advisories = Object.values(report.data.vulnerabilities).flatMap(({ via }) =>
    via.filter((cause) => typeof cause !== 'string' && ['high', 'critical'].includes(cause.severity)),
  ) as Advisory[]
  const isAccepted = (advisory: Advisory) => accepted.some(({ id, until }) => id === idOf(advisory) && until >= today)
  const linesOf = (chosen: Advisory[]) => [
    ...new Set(chosen.map((each) => `${each.severity}: ${each.name}: ${each.title} (${idOf(each)})`)),
  ]
  return {
    open: linesOf(advisories.filter((advisory) => !isAccepted(advisory))),
    accepted: linesOf(advisories.filter(isAccepted)),
  }
}

function parseJson(output: string): unknown {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}
