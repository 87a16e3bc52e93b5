import { redirect } from 'next/navigation'

/** The desk opens at its first page. */
export default function DeskPage() {
  redirect('/curator/exhibitions')
}
