import type { StyleFigures } from '@/lib/contracts/figures'
import type { Locale } from '@/lib/i18n/locale'
import { figuresMessages } from '@/lib/i18n/messages/figures'

/** Portraits by manner, each with a line as long as its part of the most. */
export function StyleTable({ styles, locale }: { styles: StyleFigures[]; locale: Locale }) {
  const t = figuresMessages[locale]
  if (styles.length === 0) return <p className="text-small text-secondary">{t.noStyles}</p>
  const most = Math.max(1, ...styles.map(({ portraits }) => portraits))
  return (
    <table className="w-full text-small tabular-nums">
      <thead>
        <tr className="border-t text-label text-secondary">
          <th scope="col" className="py-2 text-left font-normal">
            {t.style}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {t.portraits}
          </th>
        </tr>
      </thead>
      <tbody>
        {styles.map(({ styleId, title, artist, portraits }) => (
          <tr key={styleId} className="border-t align-baseline">
            <th scope="row" className="py-3 text-left font-normal">
              <span className="editorial">{title[locale] || t.forgotten}</span>
              {artist[locale] && <span className="text-label text-secondary"> · {artist[locale]}</span>}
              <span aria-hidden="true" className="mt-1 block h-px">
                <span className="block h-px bg-ink" style={{ width: `${(portraits / most) * 100}%` }} />
              </span>
            </th>
            <td className="py-3 pl-4 text-right">{portraits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
