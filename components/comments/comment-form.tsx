'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { TextField } from '@/components/ui/text-field'
import { callByName } from '@/lib/client/call-by-name'
import { useRequest } from '@/lib/client/use-request'
import type { CommentView } from '@/lib/contracts/comments'
import { commentsMessages } from '@/lib/i18n/messages/comments'

interface CommentFormProps {
  artworkId: string
  onAdded: (comment: CommentView) => void
}

export function CommentForm({ artworkId, onAdded }: CommentFormProps) {
  const t = commentsMessages[useLocale()]
  const [text, setText] = useState('')
  const { isBusy, error, run } = useRequest()
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void run(async () => {
          onAdded(await callByName('comments', 'addComment', { params: { id: artworkId }, body: { text } }))
          setText('')
        })
      }}
    >
      <TextField
        id="comment"
        label={t.write}
        hint={t.hint}
        required
        maxLength={1000}
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={error?.fields.text}
      />
      <FormProblem error={error} />
      <Button type="submit" disabled={isBusy}>
        {isBusy ? t.sending : t.send}
      </Button>
    </form>
  )
}
