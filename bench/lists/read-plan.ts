import type pg from 'pg'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

export interface PlanFigures {
  /** Rows that were taken from tables, those that were thrown away again among them. */
  rowsRead: number
  /** Of its execution. */
  ms: number
  /** Tables that were read from end to end. */
  scanned: string[]
}

const RUNS = 3

/** What PostgreSQL really does for a statement; the quickest of a few runs. */
export async function readPlan(client: pg.Client, text: string, values: unknown[]): Promise<PlanFigures> {
  let best: PlanFigures | undefined
  for (let run = 0; run < RUNS; run++) {
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
    const [{ Plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'] as [{ Plan: PlanNode; 'Execution Time': number }]
    const scans = nodesOf(Plan).filter((node) => node['Relation Name'] !== undefined)
    const figures = {
      rowsRead: scans.reduce((sum, node) => sum + rowsOf(node), 0),
      ms,
      scanned: scans.filter(isWhole).map((node) => node['Relation Name'] ?? ''),
    }
    if (!best || figures.ms < best.ms) best = figures
  }
  return best as PlanFigures
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const isWhole = (node: PlanNode) => node['Node Type'].endsWith('Seq Scan') && node['Actual Loops'] > 0

function rowsOf(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return (node['Actual Rows'] + removed) * node['Actual Loops']
}
