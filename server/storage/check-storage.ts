import type { Health } from '@/lib/contracts/health'
import { store } from './store'

type Dependency = Health['dependencies']['pictures']

export async function checkStorage(): Promise<Dependency> {
  try {
    await store.check()
    return { status: 'up', detail: 'Pictures can be written.' }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return { status: 'down', detail: `Pictures cannot be written (${code}).` }
  }
}
