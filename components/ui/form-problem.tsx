/** What is wrong with a form as a whole; read out as soon as it appears. */
export function FormProblem({ sentence }: { sentence: string | null }) {
  return (
    <div role="alert">
      {sentence && <p className="max-w-measure border-l-2 border-ink pl-4 text-small font-medium">{sentence}</p>}
    </div>
  )
}
