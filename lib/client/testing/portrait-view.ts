import type { PortraitView } from '@/lib/contracts/portraits'

export const id = '019a0000-0000-7000-8000-000000000001'
export const picture = { id, width: 4, height: 5, blur: 'data:,', colour: '#000000', access: null }

/** An order that is being painted, and whatever else it is to be. */
export const view = (some: Partial<PortraitView>): PortraitView => ({
  id,
  status: 'PAINTING',
  attempt: 1,
  sequence: 3,
  stage: 'sketch',
  progress: 0.3,
  loss: null,
  steps: 0,
  end: null,
  isStoppable: false,
  previewUrl: '/preview?v=1-3',
  queuePosition: null,
  estimateSeconds: null,
  style: { id: 'pond', title: { en: 'Pond', zh: '池塘' }, artist: { en: 'M', zh: '莫' } },
  blend: null,
  quality: 'PAINTING',
  strength: 1,
  strokes: 0.5,
  size: 768,
  keepColours: false,
  cut: null,
  photo: picture,
  painting: null,
  failure: null,
  artworkId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  finishedAt: null,
  ...some,
})
