import type { DashboardSpec } from '../panel'

export const people: DashboardSpec = {
  uid: 'vernissage-people',
  title: 'People',
  description: 'What visitors and artists do, for who runs the house rather than its machines.',
  rows: [
    {
      title: 'The house',
      panels: [
        {
          kind: 'stat',
          width: 6,
          title: 'People online',
          help: 'People behind open sockets.',
          queries: { people: 'sum(vernissage_people_online)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Works on the walls',
          help: 'Works that everybody may see.',
          queries: { works: 'max(vernissage_works_visible)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Portraits kept',
          help: 'Painted portraits that their owners keep.',
          queries: { portraits: 'max(vernissage_portraits_painted)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Likes',
          help: 'Likes of the works on the walls.',
          queries: { likes: 'max(vernissage_likes)' },
        },
        {
          width: 12,
          title: 'People through the week',
          help: 'Today, and the same day a week ago.',
          emptyWithout: { 'a week ago': 'a week of history' },
          queries: { now: 'sum(vernissage_people_online)', 'a week ago': 'sum(vernissage_people_online offset 7d)' },
        },
        {
          width: 12,
          title: 'Portraits ordered and hung, an hour',
          help: 'What came to the door, and what was hung.',
          queries: {
            ordered:
              'sum(increase(vernissage_http_requests_total{method="POST",route="/api/portraits",status="202"}[1h]))',
            hung: 'sum(increase(vernissage_http_requests_total{method="POST",route="/api/portraits/{id}/hang",status=~"2.."}[1h]))',
          },
        },
        {
          width: 12,
          title: 'Likes and favourites, an hour',
          help: 'Set and taken back alike.',
          queries: {
            likes: 'sum(increase(vernissage_http_requests_total{route="/api/artworks/{id}/like",status="200"}[1h]))',
            favourites:
              'sum(increase(vernissage_http_requests_total{route="/api/artworks/{id}/favourite",status="200"}[1h]))',
          },
        },
        {
          width: 12,
          title: 'Turned away, an hour',
          help: 'By the ladder, by a full line of photos, and by limits.',
          emptyWithout: { '{{code}}': 'a refusal' },
          queries: {
            '{{code}}':
              'sum by (code) (increase(vernissage_http_refusals_total{code=~"no_turn|studio_closed|painter_busy|photos_waiting|too_many_orders|too_many_requests"}[1h]))',
          },
        },
      ],
    },
  ],
}
