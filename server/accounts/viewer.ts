import type { Role } from '@/lib/contracts/common'

/** Who is looking, as far as the domain cares. */
export interface Viewer {
  id: string
  name: string
  /** Null for guests. */
  email: string | null
  isGuest: boolean
  role: Role
}
