'use client'

import { useState } from 'react'
import { LabelEditor } from '@/components/depot/label-editor'
import { call } from '@/lib/client/call'
import type { OwnWork } from '@/lib/contracts/artists'
import type { Label } from '@/lib/contracts/depot'
import { routes } from '@/lib/contracts/routes'

/** The label of one's own work. */
export function OwnWorkEditor({ initial }: { initial: OwnWork }) {
  const [work, setWork] = useState(initial)
  const save = async (changes: Label) => {
    const params = { id: work.artwork.id }
    setWork(await call(routes.editMyLabel, { params, body: { version: work.version, changes } }))
  }
  return <LabelEditor label={work.label} onSave={save} />
}
