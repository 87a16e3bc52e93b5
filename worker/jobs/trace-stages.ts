import { context } from '@opentelemetry/api'
import { tracer } from '@/server/tracing/in-span'

export interface StageTrace {
  /** A picture of this stage has come: the stage was at work from the one before until now. */
  reached(stage: string): void
  /** The painter is done: the rest of the time went to the last strokes and to writing the picture. */
  end(): void
}

/**
 * Makes a step of the present trace of every stage of a painting. The painter tells a stage by its pictures alone, and of refinement by
 * many, so a stage ends with its last one.
 */
export function traceStages(): StageTrace {
  const within = context.active()
  let present: { stage: string; from: number; until: number } | null = null
  let last = Date.now()
  const record = (stage: string, from: number, until: number) =>
    tracer().startSpan(`stage ${stage}`, { startTime: from }, within).end(until)
  const close = () => {
    if (present) record(present.stage, present.from, present.until)
    present = null
  }
  return {
    reached(stage) {
      const now = Date.now()
      if (present?.stage === stage) present.until = now
      else {
        close()
        present = { stage, from: last, until: now }
      }
      last = now
    },
    end() {
      close()
      record('finish', last, Date.now())
    },
  }
}
