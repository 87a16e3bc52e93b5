import type { Viewer } from './viewer'

/** What signing up or in gives: who it is now, and the Set-Cookie lines for the answer. */
export interface SignedIn {
  viewer: Viewer
  setCookies: string[]
}
