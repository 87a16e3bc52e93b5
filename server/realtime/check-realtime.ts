import type { Health } from '@/lib/contracts/health'
import { backEnd } from '@/server/platform/back-end'
import { withinTime } from '@/server/platform/within-time'
import { realtime } from './realtime'

export async function checkRealtime(): Promise<Health['dependencies']['realtime']> {
  try {
    const checking = realtime().then((opened) => opened.check())
    await withinTime(checking, 3_000)
    return { status: 'up', detail: `Events travel over ${backEnd}.` }
  } catch {
    return { status: 'down', detail: `Events cannot travel: ${backEnd} does not answer.` }
  }
}
