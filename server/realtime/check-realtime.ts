import type { Health } from '@/lib/contracts/health'
import { backEnd } from '@/server/platform/back-end'
import { realtime } from './realtime'

export async function checkRealtime(): Promise<Health['dependencies']['realtime']> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 3_000).unref())
  try {
    await Promise.race([realtime().then((opened) => opened.check()), late])
    return { status: 'up', detail: `Events travel over ${backEnd}.` }
  } catch {
    return { status: 'down', detail: `Events cannot travel: ${backEnd} does not answer.` }
  }
}
