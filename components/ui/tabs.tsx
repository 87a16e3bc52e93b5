import Link from 'next/link'
import { SidewaysList } from './sideways-list'

interface TabsProps {
  label: string
  tabs: { href: string; name: string; isCurrent: boolean }[]
}

/** Views of one list, as links, so that each has an address and works without JavaScript. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="mb-8 border-b">
      <SidewaysList className="flex gap-x-6">
        {tabs.map(({ href, name, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isCurrent ? 'page' : undefined}
              className="-mb-px inline-flex min-h-11 items-center border-b-2 border-transparent text-small whitespace-nowrap text-secondary hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </SidewaysList>
    </nav>
  )
}
