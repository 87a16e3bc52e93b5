import type { Metadata } from 'next'
import { commonMessages } from '@/lib/i18n/messages/common'
import { getLocale } from '@/server/http/locale'
import { MissingWords } from './missing'

export async function generateMetadata(): Promise<Metadata> {
  return { title: commonMessages[await getLocale()].notFoundTitle }
}

export default function NotFoundPage() {
  return <MissingWords />
}
