import { headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/server/accounts/viewer'
import { viewerFromHeaders } from '@/server/accounts/viewer-from-headers'

/** Who looks at the page that is being rendered; asked once a request. */
export const getViewer = cache(async (): Promise<Viewer | null> => viewerFromHeaders(await headers()))
