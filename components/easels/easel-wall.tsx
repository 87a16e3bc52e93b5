'use client'

import { useEffect, useRef, useState } from 'react'
import { FadingPicture } from '@/components/studio/fading-picture'
import { useEasels } from '@/lib/client/use-easels'
import type { Locale } from '@/lib/i18n/locale'
import { easelsMessages } from '@/lib/i18n/messages/easels'

/** Portraits being painted now, stroke by stroke, by people who chose to show it; nothing at all while there are none. */
export function EaselWall({ locale }: { locale: Locale }) {
  const t = easelsMessages[locale]
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const easels = useEasels(isNear)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} data-testid="easel-wall">
      {easels.length > 0 && (
        <section aria-labelledby="easel-wall-heading" className="mt-16 border-t pt-4 lg:mt-24">
          <h2 id="easel-wall-heading" className="editorial text-title">
            {t.wall}
          </h2>
          <p className="mt-1 text-small text-secondary">{t.wallHint}</p>
          <ul className="mt-6 grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 lg:grid-cols-6">
            {easels.map(({ id, style, previewUrl, progress }) => (
              <li key={id} data-testid="easel-shown">
                <div className="relative aspect-[4/5] overflow-hidden bg-mat">
                  {previewUrl && <FadingPicture src={previewUrl} alt={t.picture(style.title[locale])} />}
                </div>
                <div className="h-px bg-rule" aria-hidden="true">
                  <div
                    className="h-px bg-ink transition-[width] duration-700"
                    style={{ width: `${Math.round(progress * 100)}%` }}
                  />
                </div>
                <p className="mt-2 text-label text-secondary">
                  {t.inManner(style.title[locale], style.artist[locale])}
                  {' · '}
                  <span className="tabular-nums">{previewUrl ? t.share(Math.round(progress * 100)) : t.begins}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
