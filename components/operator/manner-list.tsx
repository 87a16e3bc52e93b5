import type { MannersView } from '@/lib/contracts/operations'
import type { Locale } from '@/lib/i18n/locale'
import { operatorMessages } from '@/lib/i18n/messages/operator'
import { operatorQueueMessages } from '@/lib/i18n/messages/operator-queue'
import { TableSection } from './table-section'

/** Every manner that the networks' manifests name, with its network. */
export function MannerList({ manners, locale }: { manners: MannersView; locale: Locale }) {
  const t = operatorQueueMessages[locale]
  const { masters, ofWorks, learned } = manners
  return (
    <TableSection title={t.offered}>
      {masters.length === 0 ? (
        <p className="text-small">{operatorMessages[locale].noModels}</p>
      ) : (
        <table className="w-full text-small">
          <thead>
            <tr className="border-t text-label text-secondary">
              <th scope="col" className="py-2 text-left font-normal">
                {t.manner}
              </th>
              <th scope="col" className="py-2 pl-4 text-right font-normal">
                {t.network}
              </th>
            </tr>
          </thead>
          <tbody>
            {masters.map(({ id, title, artist, year, model }) => (
              <tr key={id} className="border-t align-baseline">
                <th scope="row" className="py-2.5 text-left font-normal">
                  {artist[locale]}, <em className="font-serif not-italic lg:italic">{title[locale]}</em>
                  <span className="text-secondary"> {year}</span>
                </th>
                <td className="py-2.5 pl-4 text-right tabular-nums">{model}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-4 text-small text-secondary">{t.ofWorks(ofWorks, learned)}</p>
    </TableSection>
  )
}
