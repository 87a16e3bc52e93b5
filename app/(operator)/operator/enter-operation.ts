import { enterDesk } from '@/app/(curator)/curator/enter-desk'
import type { Viewer } from '@/server/accounts/viewer'

/** Who sits at the operator's desk, as `enterDesk`. */
export function enterOperation(path: string): Promise<Viewer | null> {
  return enterDesk(path, 'OPERATOR')
}
