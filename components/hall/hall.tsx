'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useHallLooks } from '@/components/looks/use-hall-looks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { togetherMessages } from '@/lib/i18n/messages/together'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { useEasel } from './easel/use-easel'
import { Entrance } from './panel/entrance'
import { Help } from './panel/help'
import { DoorIcon, ListIcon, NextIcon, PreviousIcon } from './panel/icons'
import { Joystick } from './panel/joystick'
import { Minimap } from './panel/minimap'
import { plate, plateButton } from './panel/plate'
import { WorkPanel } from './panel/work-panel'
import { WorkStops } from './panel/work-stops'
import { WorksList } from './panel/works-list'
import { BookPlate } from './people/book-plate'
import { CompanyPanel } from './people/company-panel'
import { PeopleIcon } from './people/people-icon'
import { useCompany } from './people/use-company'
import { TourBar } from './tour/tour-bar'
import { BookIcon, TourIcon } from './tour/tour-icons'
import { TourList } from './tour/tour-list'
import { useTour } from './tour/use-tour'
import { prefersStill, useHall } from './use-hall'
import { VrButton } from './vr/vr-button'
import { DeepZoom } from './zoom/deep-zoom'

// three.js comes with the stage, after the page: the words are there first.
const Stage = dynamic(() => import('./stage'), { ssr: false })

interface HallProps {
  exhibition: ExhibitionView
  locale: Locale
  tours: readonly TourView[]
  /** What this visitor may do among others; see CompanyPanel. */
  may: { showName: boolean; guide: boolean }
  /** The tour that the address asks for, and where whoever writes it goes back to. */
  begin: { tour: TourView; desk: string | null } | null
}

/** How much of the bar each step of opening is worth. */
const steps = { code: 0.35, rooms: 0.45 } as const

/** An exhibition to walk through. The server renders its words and its list of works; the room is lit over them. */
export function Hall({ exhibition, locale, tours, may, begin }: HallProps) {
  const t = hallMessages[locale]
  const takeWheel = useRef(() => {})
  const hall = useHall(exhibition, () => takeWheel.current())
  const { machine, space, walker, refs, chosen, before } = hall
  const [stage, setStage] = useState<'opening' | 'ready' | 'failed' | 'lost'>('opening')
  const enterVr = useRef(() => Promise.resolve())
  const [epoch, setEpoch] = useState(0)
  const [built, setBuilt] = useState(0)
  const [progress, setProgress] = useState(0.04)
  const wake = useCallback(() => machine.wake(), [machine])
  const company = useCompany({ slug: exhibition.slug, locale, space, walker, prefersStill, wake })
  const easel = useEasel(space, wake, stage === 'ready')
  const tour = useTour({ space, walker, locale, lead: hall.lead })
  const [openPlate, setOpenPlate] = useState<'company' | 'tours' | null>(null)
  const [isBookOpen, setBookOpen] = useState(false)
  const toggle = (name: 'company' | 'tours') => setOpenPlate((open) => (open === name ? null : name))
  useEffect(() => {
    takeWheel.current = () => {
      company.takeWheel()
      tour.takeWheel()
    }
  })
  const isEmpty = space.rooms.length === 0
  const work = chosen === null ? undefined : space.works[chosen]
  const zoomed = hall.zoom ? space.works[hall.zoom.index] : undefined
  const near = before === null ? undefined : space.works[before]
  useHallLooks(exhibition.slug, (zoomed ?? near)?.artwork.id ?? null, stage === 'ready')

  useEffect(() => {
    if (built > 0) setProgress(steps.code + steps.rooms * built)
  }, [built])

  const asked = begin?.tour
  const beginAsked = useEffectEvent(() => asked && tour.begin(asked))
  const isReady = stage === 'ready'
  useEffect(() => {
    if (isReady) beginAsked()
  }, [isReady])

  const lose = () => {
    setStage('lost')
    // A canvas of its own, once the card has had a moment: the visitor stands where they stood.
    setTimeout(() => setEpoch((count) => count + 1), 400)
  }
  return (
    <section
      ref={refs.root}
      aria-label={t.hallOf(exhibition.title[locale])}
      data-testid="hall"
      data-hall-ready={stage === 'ready'}
      className="group/hall fixed inset-0 overflow-hidden bg-mat select-none"
    >
      <div
        ref={refs.view}
        role="application"
        aria-label={t.view}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys that walk
        tabIndex={0}
        className="absolute inset-0 touch-none -outline-offset-2"
      >
        {!isEmpty && stage !== 'failed' && (
          <Stage
            key={epoch}
            exhibition={exhibition}
            space={space}
            walker={walker}
            locale={locale}
            prefersStill={prefersStill}
            onProgress={setBuilt}
            layers={[...company.layers, easel]}
            onPose={(isComplete) => {
              hall.report(isComplete)
              company.report()
            }}
            onPictureLoaded={() => undefined}
            onFirstFrame={() => setStage('ready')}
            onFail={() => setStage('failed')}
            onLost={lose}
            onVr={(enter) => {
              enterVr.current = enter
            }}
            onWake={(wake) => {
              machine.wake = wake
            }}
          />
        )}
        <div
          ref={(element) => {
            hall.veil.element = element
          }}
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 bg-mat opacity-0 transition-opacity duration-200"
        />
        <div
          ref={company.setHolder}
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 overflow-hidden"
        />
      </div>
      {/* The entrance's own heading is out of reach once one is in. */}
      {stage === 'ready' && <h1 className="sr-only">{exhibition.title[locale]}</h1>}
      <WorkStops
        works={space.works}
        locale={locale}
        onReach={(index) => hall.choose(index, false)}
        onOpen={hall.lookClosely}
      />
      {zoomed && stage === 'ready' && (
        <DeepZoom
          key={zoomed.artwork.id}
          work={zoomed}
          walker={walker}
          detail={hall.zoom?.detail ?? null}
          locale={locale}
          prefersStill={prefersStill}
          onDetail={(detail, isFirst) => hall.showDetail(zoomed.index, detail, isFirst)}
          onClose={() => hall.lookClosely(null)}
        />
      )}
      {work && (
        <WorkPanel
          work={work}
          count={space.works.length}
          locale={locale}
          onLookClosely={() => hall.lookClosely(work.index)}
          onReact={company.isHere ? (kind) => company.react(work.artwork.id, kind) : null}
          recording={recordingOf(tours, work.artwork.id, locale)}
          onNext={() => hall.step(1)}
          onPrevious={() => hall.step(-1)}
          onClose={hall.close}
        />
      )}
      <div className="absolute top-4 left-4 z-20 flex flex-wrap items-start gap-2">
        <Link
          href={`/exhibitions/${exhibition.slug}`}
          title={t.viewWorksHint}
          data-testid="hall-door"
          className={`${plate} ${plateButton} pr-4`}
        >
          <DoorIcon />
          {t.viewWorks}
        </Link>
        {begin?.desk && (
          <Link href={begin.desk} data-testid="hall-tour-desk" className={`${plate} ${plateButton} px-4`}>
            {tourMessages[locale].toDesk}
          </Link>
        )}
        <button
          type="button"
          aria-label={togetherMessages[locale].companyCount(company.others)}
          title={togetherMessages[locale].company}
          aria-expanded={openPlate === 'company'}
          data-testid="hall-company-button"
          className={`${plate} ${plateButton}`}
          onClick={() => toggle('company')}
        >
          <PeopleIcon isOff={company.choice?.isOn === false} />
          {company.others > 0 && <span className="tabular-nums">{company.others}</span>}
        </button>
        {tours.length > 0 && (
          <button
            type="button"
            aria-label={tourMessages[locale].tours}
            title={tourMessages[locale].toursHint}
            aria-expanded={openPlate === 'tours'}
            data-testid="hall-tours-button"
            className={`${plate} ${plateButton}`}
            onClick={() => toggle('tours')}
          >
            <TourIcon />
          </button>
        )}
        <button
          type="button"
          aria-label={bookMessages[locale].title}
          title={bookMessages[locale].title}
          data-testid="hall-book-button"
          className={`${plate} ${plateButton}`}
          onClick={() => setBookOpen(true)}
        >
          <BookIcon />
        </button>
        {openPlate && (
          <div className="absolute top-full left-0 mt-2">
            {openPlate === 'company' ? (
              <CompanyPanel company={company} may={may} locale={locale} onClose={() => setOpenPlate(null)} />
            ) : (
              <TourList
                tours={tours}
                locale={locale}
                onBegin={(chosenTour) => {
                  setOpenPlate(null)
                  company.takeWheel()
                  tour.begin(chosenTour)
                }}
                onClose={() => setOpenPlate(null)}
              />
            )}
          </div>
        )}
      </div>
      <div
        className={`absolute left-4 z-10 flex items-end gap-3 ${work ? 'bottom-[calc(42%+1rem)] lg:bottom-4' : 'bottom-4'}`}
      >
        <div className={`${plate} p-1 ${work || tour.state ? 'max-lg:hidden' : ''}`}>
          <Minimap
            space={space}
            present={chosen ?? before}
            locale={locale}
            marker={refs.marker}
            onGo={hall.goTo}
            onChoose={hall.choose}
          />
        </div>
      </div>
      <div
        className={`absolute right-4 bottom-4 z-10 flex-col items-end gap-3 ${work ? 'hidden' : tour.state ? 'hidden lg:flex' : 'flex'}`}
      >
        <Joystick walker={walker} locale={locale} wake={() => machine.wake()} />
        <div className={`${plate} relative flex`}>
          <VrButton locale={locale} onEnter={() => enterVr.current()} />
          <Help locale={locale} />
          <button
            type="button"
            className={plateButton}
            aria-label={t.previous}
            title={t.previous}
            onClick={() => hall.step(-1)}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            className={plateButton}
            onClick={() => hall.setListOpen(true)}
            data-testid="hall-open-list"
          >
            <ListIcon />
            <span className="max-sm:sr-only">{t.works}</span>
          </button>
          <button type="button" className={plateButton} aria-label={t.next} title={t.next} onClick={() => hall.step(1)}>
            <NextIcon />
          </button>
        </div>
      </div>
      {tour.state && !work && (
        <div className="pointer-events-none absolute inset-x-4 bottom-4 z-20 flex justify-center *:pointer-events-auto">
          <TourBar played={tour} space={space} locale={locale} />
        </div>
      )}
      {isBookOpen && <BookPlate slug={exhibition.slug} locale={locale} onClose={() => setBookOpen(false)} />}
      {hall.isListOpen && (
        <WorksList
          rooms={space.rooms}
          present={chosen ?? before}
          locale={locale}
          onChoose={hall.choose}
          onClose={() => hall.setListOpen(false)}
        />
      )}
      <p className="sr-only" role="status" data-testid="hall-company-notice">
        {company.notice}
      </p>
      <p className="sr-only" role="status" data-testid="hall-announcement">
        {near && t.before(near.artwork.title[locale], near.artwork.artist[locale], near.index + 1, space.works.length)}
      </p>
      <Entrance
        exhibition={exhibition}
        works={space.works}
        locale={locale}
        progress={progress}
        state={isEmpty ? 'empty' : stage === 'ready' ? 'opening' : stage}
        isLeaving={stage === 'ready' && !isEmpty}
      />
    </section>
  )
}

/** What a curator recorded for a work on any tour. */
function recordingOf(tours: readonly TourView[], artworkId: string, locale: Locale): string | null {
  const stops = tours.flatMap((tour) => tour.stops)
  return stops.find((stop) => stop.artworkId === artworkId && stop.audio[locale])?.audio[locale] ?? null
}
