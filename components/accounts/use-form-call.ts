'use client'

import { type FormEvent, useState } from 'react'
import { ApiError } from '@/lib/client/api-error'

interface FormCall {
  isSending: boolean
  /** Why the form was refused; null while nothing is wrong. */
  problem: unknown
  /** Names of fields that were refused. */
  wrongFields: string[]
  submit: (event: FormEvent<HTMLFormElement>) => void
}

/**
 * Sends a form's fields by `send`. A refusal keeps what was typed, and puts the keyboard into the first field that is wrong;
 * after a success the form stays busy, because the page is about to change.
 */
export function useFormCall(send: (fields: FormData) => Promise<void>): FormCall {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [wrongFields, setWrongFields] = useState<string[]>([])

  async function run(form: HTMLFormElement) {
    setSending(true)
    setProblem(null)
    setWrongFields([])
    try {
      await send(new FormData(form))
    } catch (error) {
      const wrong = error instanceof ApiError ? Object.keys(error.fields) : []
      setSending(false)
      setProblem(error)
      setWrongFields(wrong)
      const first = wrong.map((name) => form.elements.namedItem(name)).find((field) => field instanceof HTMLElement)
      if (first instanceof HTMLElement) first.focus()
    }
  }

  return {
    isSending,
    problem,
    wrongFields,
    submit: (event) => {
      event.preventDefault()
      if (!isSending) void run(event.currentTarget)
    },
  }
}
