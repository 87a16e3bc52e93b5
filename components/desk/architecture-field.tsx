'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { type Architecture, architectures } from '@/lib/hanging/plan'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { selectClass } from './select-class'

interface ArchitectureFieldProps {
  id: string
  value: Architecture
  onChange: (architecture: Architecture) => void
}

/** In what architecture a room is built. */
export function ArchitectureField({ id, value, onChange }: ArchitectureFieldProps) {
  const t = deskRoomsMessages[useLocale()]
  return (
    <div>
      <label htmlFor={id} className="block text-small font-medium">
        {t.architecture}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = architectures.find((name) => name === event.target.value)
          if (chosen) onChange(chosen)
        }}
        className={`${selectClass} mt-1 min-h-12 w-full`}
      >
        {architectures.map((name) => (
          <option key={name} value={name}>
            {t.architectureName(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
