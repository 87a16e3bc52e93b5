'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { HallLines } from '@/components/house/hall-lines'
import { useHallLooks } from '@/components/looks/use-hall-looks'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { AnnouncementView } from '@/lib/contracts/house'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { fetchLights } from './build/baked-lights'
import { Closing } from './closing/closing'
import { EaselCaption } from './easel/easel-caption'
import { useEasel } from './easel/use-easel'
import { followsLink } from './follows-link'
import { prefersStill } from './hall-machine'
import { HallView } from './hall-view'
import { roomAt } from './hall-works'
import { BottomBar } from './panel/bottom-bar'
import { DoorPlate } from './panel/door-plate'
import { Entrance } from './panel/entrance'
import { HallNotices } from './panel/hall-notices'
import { onFocusOnly } from './panel/plate'
import { TopBar } from './panel/top-bar'
import { useAtDoor } from './panel/use-at-door'
import { useRoomNotice } from './panel/use-room-notice'
import { labelId, WorkPanel } from './panel/work-panel'
import { stopOf, WorkStops } from './panel/work-stops'
import { WorksList } from './panel/works-list'
import { BookPlate } from './people/book-plate'
import { useCompany } from './people/use-company'
import { recordingOf } from './tour/recording-of'
import { TourBar } from './tour/tour-bar'
import { useAskedTour } from './tour/use-asked-tour'
import { useTour } from './tour/use-tour'
import { useHall } from './use-hall'
import { useStage } from './use-stage'
import { DeepZoom } from './zoom/deep-zoom'

// three.js comes with the stage, after the page: the words are there first.
const Stage = dynamic(() => import('./stage'), { ssr: false })

interface HallProps {
  exhibition: ExhibitionView
  locale: Locale
  tours: readonly TourView[]
  /** Addresses of the rooms' light as it was published, by room; null where the browser computes it. */
  lights: readonly (string | null)[]
  /** What this visitor may do among others; see CompanyPanel. */
  may: { showName: boolean; guide: boolean }
  /** The tour that the address asks for, and where whoever writes it goes back to. */
  begin: { tour: TourView; desk: string | null } | null
  announcements: AnnouncementView[]
}

/** An exhibition to walk through. The server renders its words and its list of works; the room is lit over them. */
export function Hall({ exhibition, locale, tours, lights, may, begin, announcements }: HallProps) {
  const t = hallMessages[locale]
  const takeWheel = useRef(() => {})
  const hall = useHall(exhibition, () => takeWheel.current())
  const { machine, space, walker, refs, chosen, before } = hall
  const [bakedOf] = useState(() => fetchLights(space, lights))
  const { state: stage, epoch, progress, enterVr, events } = useStage()
  const wake = useCallback(() => machine.wake(), [machine])
  const company = useCompany({ slug: exhibition.slug, locale, space, walker, prefersStill, wake })
  const easel = useEasel({ space, walker, wake, isWanted: stage === 'ready' })
  const tour = useTour({ space, walker, locale, lead: hall.lead, wake, trail: machine.trail })
  const room = useRoomNotice(space, walker, locale)
  const door = useAtDoor(space, walker)
  const [isBookOpen, setBookOpen] = useState(false)
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
  /** Nothing stands between a visitor and a work: what lies at the exit shows itself to who looks at the door alone. */
  const isAtExit = door.isThere && !work && !near && !hall.zoom && !tour.state
  /** Behind the entrance, which nothing is seen through. A lost canvas comes back in a moment, and the focus stays where it is. */
  const isHidden = isEmpty || stage === 'opening' || stage === 'failed'
  useHallLooks(exhibition.slug, (zoomed ?? near)?.artwork.id ?? null, stage === 'ready')

  // While the stage's code is on its way, so is the light of the room that one stands in.
  useEffect(() => void bakedOf(Math.max(0, roomAt(space, walker.pose))), [bakedOf, space, walker])

  const isReady = stage === 'ready'
  useAskedTour({ tour, asked: begin?.tour ?? null, isReady, hall })

  const goToLabel = (index: number) => {
    // The label is there to take the focus before this press has ended.
    if (index !== chosen) flushSync(() => hall.choose(index, false))
    document.getElementById(labelId)?.focus({ preventScroll: true })
  }
  return (
    <section
      ref={refs.root}
      aria-label={t.hallOf(exhibition.title[locale])}
      data-testid="hall"
      data-hall-ready={stage === 'ready'}
      className="group/hall fixed inset-0 overflow-hidden bg-mat select-none"
      onClickCapture={(event) => {
        if (followsLink(event)) machine.trail.leave()
      }}
    >
      {/* The entrance's own heading is out of reach once one is in. */}
      {stage === 'ready' && <h1 className="sr-only">{exhibition.title[locale]}</h1>}
      <div inert={isHidden} className="contents">
        <button
          type="button"
          className={`${onFocusOnly} top-4 left-4`}
          data-testid="hall-to-works"
          onClick={() => {
            const index = chosen ?? before ?? 0
            stopOf(index)?.focus()
            hall.choose(index, false)
          }}
        >
          {t.toWorks}
        </button>
        <TopBar
          slug={exhibition.slug}
          locale={locale}
          tours={tours}
          desk={begin?.desk ?? null}
          company={company}
          may={may}
          onBeginTour={(chosenTour) => {
            company.takeWheel()
            tour.begin(chosenTour)
          }}
          onOpenBook={() => setBookOpen(true)}
          onSwitchLanguage={() => machine.trail.settle()}
        />
        <div className="pointer-events-none absolute top-[4.5rem] left-4 z-15 flex max-w-[min(30rem,calc(100%-2rem))] flex-col items-start gap-2">
          <Closing
            exhibition={exhibition}
            locale={locale}
            isReady={isReady}
            onOpenBook={() => setBookOpen(true)}
            onPutAway={() => refs.view.current?.focus({ preventScroll: true })}
          />
          <HallLines announcements={announcements} isReady={isReady} returnTo={() => refs.view.current} />
        </div>
        <BottomBar
          hall={hall}
          locale={locale}
          hasLabel={work !== undefined}
          tour={tour.state && !work ? <TourBar played={tour} space={space} locale={locale} /> : null}
          people={company.people}
          onGoToRoom={(index) => {
            const entrance = space.plans[index]?.entrance.at
            if (!entrance) return
            room.goTo(index)
            hall.goTo(entrance)
          }}
          onEnterVr={() => {
            // Who wears a headset is led by nobody: a view that moves of itself turns the stomach.
            takeWheel.current()
            return enterVr()
          }}
        />
      </div>
      <HallView hall={hall} label={t.view} isHidden={isHidden} setHolder={company.setHolder}>
        {!isEmpty && stage !== 'failed' && (
          <Stage
            key={epoch}
            exhibition={exhibition}
            space={space}
            walker={walker}
            locale={locale}
            bakedOf={bakedOf}
            prefersStill={prefersStill}
            layers={[...company.layers, easel.layer]}
            onPose={(isComplete) => {
              hall.report(isComplete)
              company.report()
              room.report()
              door.report()
            }}
            onWake={(wake) => {
              machine.wake = wake
            }}
            {...events}
          />
        )}
      </HallView>
      <div inert={isHidden} className="contents">
        {isAtExit && (
          <DoorPlate
            slug={exhibition.slug}
            locale={locale}
            onOpenBook={() => setBookOpen(true)}
            returnTo={() => refs.view.current}
          />
        )}
        <WorkStops
          works={space.works}
          present={chosen ?? before}
          hasLabel={work !== undefined}
          locale={locale}
          onReach={(index) => hall.choose(index, false)}
          onOpen={goToLabel}
          onLeave={() => refs.view.current?.focus()}
        />
        <EaselCaption
          easel={easel}
          locale={locale}
          onReach={() => {
            takeWheel.current()
            hall.close()
            if (easel.before) walker.walkToPose(easel.before)
            wake()
          }}
        />
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
      </div>
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
      <HallNotices
        company={company.notice}
        room={room.words}
        near={near}
        count={space.works.length}
        isAtExit={isAtExit}
        locale={locale}
      />
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
