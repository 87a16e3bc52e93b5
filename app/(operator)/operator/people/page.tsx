import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { PersonEntry } from '@/components/operator/person-entry'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { peopleFilters, peopleQuerySchema } from '@/lib/contracts/people'
import { operatorDeskMessages } from '@/lib/i18n/messages/operator-desk'
import { getLocale } from '@/server/http/locale'
import { listPeople } from '@/server/people/list-people'
import { enterOperation } from '../enter-operation'

const path = '/operator/people'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: operatorDeskMessages[await getLocale()].people, robots: { index: false } }
}

export default async function PeoplePage({ searchParams }: PageProps) {
  const [locale, viewer, asked] = await Promise.all([getLocale(), enterOperation(path), searchParams])
  if (!viewer) return <Missing />
  const query = peopleQuerySchema.safeParse(asked).data ?? peopleQuerySchema.parse({})
  const { people, nextCursor } = await listPeople(query, viewer)
  const t = operatorDeskMessages[locale]
  const addressOf = (filter: string) => {
    const search = new URLSearchParams({ ...(query.q && { q: query.q }), ...(filter !== 'all' && { filter }) })
    return search.size > 0 ? `${path}?${search}` : path
  }
  const names = {
    all: t.allPeople,
    curators: t.curators,
    operators: t.operators,
    banned: t.banned,
    guests: t.guests,
  }
  const tabs = peopleFilters.map((filter) => ({
    href: addressOf(filter),
    name: names[filter],
    isCurrent: filter === query.filter,
  }))
  return (
    <div className="page pt-8 lg:pt-14">
      <PageTitle title={t.people}>
        <p className="mt-3 max-w-measure text-small text-secondary">{t.peopleText}</p>
      </PageTitle>
      <form method="get" className="mb-8 flex max-w-measure items-end gap-4">
        {query.filter !== 'all' && <input type="hidden" name="filter" value={query.filter} />}
        <Field id="q" name="q" type="search" label={t.search} defaultValue={query.q} maxLength={100} className="grow" />
        <Button type="submit" className="min-h-12">
          {t.look}
        </Button>
      </form>
      <Tabs label={t.people} tabs={tabs} />
      {people.length === 0 && <p className="text-body">{t.nobody}</p>}
      <ul>
        {people.map((person) => (
          <PersonEntry key={person.id} initial={person} isMe={person.id === viewer.id} />
        ))}
      </ul>
      <Pager path={addressOf(query.filter)} cursor={query.cursor} nextCursor={nextCursor} locale={locale} />
    </div>
  )
}
