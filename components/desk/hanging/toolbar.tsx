'use client'

import type { ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { hangingMessages } from '@/lib/i18n/messages/hanging'

export interface ToolbarActions {
  undo: (() => void) | null
  redo: (() => void) | null
  onLine: (() => void) | null
  alignTops: (() => void) | null
  alignBottoms: (() => void) | null
  space: (() => void) | null
  takeDown: (() => void) | null
}

interface ToolbarProps {
  actions: ToolbarActions
  doesSnap: boolean
  onSnap: (doesSnap: boolean) => void
}

/** What can be done with the works on the wall; what cannot be done now is grey. */
export function Toolbar({ actions, doesSnap, onSnap }: ToolbarProps) {
  const t = hangingMessages[useLocale()]
  const { undo, redo, onLine, alignTops, alignBottoms, space, takeDown } = actions
  return (
    <div role="toolbar" aria-label={t.tools} className="flex gap-x-1 overflow-x-auto border-x border-t">
      <Tool act={undo} keys="Control+Z">
        {t.undo}
      </Tool>
      <Tool act={redo} keys="Control+Shift+Z">
        {t.redo}
      </Tool>
      <span className="my-2 border-l" />
      <Tool act={onLine} keys="C">
        {t.onLine}
      </Tool>
      <Tool act={space} keys="E">
        {t.space}
      </Tool>
      <Tool act={alignTops}>{t.alignTops}</Tool>
      <Tool act={alignBottoms}>{t.alignBottoms}</Tool>
      <span className="my-2 border-l" />
      <Tool act={takeDown} keys="Delete">
        {t.takeDown}
      </Tool>
      <label className="ml-auto inline-flex min-h-11 cursor-pointer items-center gap-2 px-3 text-label">
        <input
          type="checkbox"
          checked={doesSnap}
          onChange={(event) => onSnap(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t.snap}
      </label>
    </div>
  )
}

function Tool({ act, keys, children }: { act: (() => void) | null; keys?: string; children: ReactNode }) {
  return (
    <button
      type="button"
      disabled={act === null}
      aria-keyshortcuts={keys}
      onClick={() => act?.()}
      className="inline-flex min-h-11 shrink-0 items-center px-3 text-label whitespace-nowrap enabled:hover:text-accent disabled:text-edge"
    >
      {children}
    </button>
  )
}
