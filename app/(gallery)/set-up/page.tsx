import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { AccountFrame } from '@/components/accounts/account-frame'
import { SetUpForm } from '@/components/accounts/set-up-form'
import { setUpMessages } from '@/lib/i18n/messages/set-up'
import { readHouse } from '@/server/house/read-house'
import { getLocale } from '@/server/http/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: setUpMessages[await getLocale()].title, robots: { index: false } }
}

export default async function SetUpPage() {
  const [locale, house] = await Promise.all([getLocale(), readHouse()])
  // A house is set up once; afterwards there is no such page.
  if (house.isSetUp) return <Missing />
  const t = setUpMessages[locale]
  return (
    <AccountFrame title={t.title} text={t.text} locale={locale} other={null}>
      <SetUpForm />
    </AccountFrame>
  )
}
