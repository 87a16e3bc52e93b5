'use client'

import { useRef, useState } from 'react'

/** Until the first frame; from then on; where nothing can be drawn; and while a lost canvas comes again. */
export type StageState = 'opening' | 'ready' | 'failed' | 'lost'

/** How much of the bar each step of opening is worth, and what is shown before the first. */
const steps = { begun: 0.04, code: 0.35, rooms: 0.45 } as const
/** The graphics card's moment between a canvas that was lost and the next one, ms. */
const recoverMs = 400

/** What becomes of the stage: how far it is built, whether it can be seen, and the one after a canvas that was lost. */
export function useStage() {
  const [state, setState] = useState<StageState>('opening')
  const [epoch, setEpoch] = useState(0)
  const [built, setBuilt] = useState(0)
  const enterVr = useRef(() => Promise.resolve())
  return {
    state,
    /** Of the present canvas: a new one is a new stage. */
    epoch,
    /** 0 to 1. */
    progress: built > 0 ? steps.code + steps.rooms * built : steps.begun,
    enterVr: () => enterVr.current(),
    events: {
      onProgress: setBuilt,
      onFirstFrame: () => setState('ready'),
      onFail: () => setState('failed'),
      /** A canvas of its own, once the card has had a moment: the visitor stands where they stood. */
      onLost() {
        setState('lost')
        setTimeout(() => setEpoch((count) => count + 1), recoverMs)
      },
      onVr(enter: () => Promise<void>) {
        enterVr.current = enter
      },
    },
  }
}
