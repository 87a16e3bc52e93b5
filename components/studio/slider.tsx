import type { ComponentProps } from 'react'

const thumb =
  '[&::-webkit-slider-thumb]:size-6 [&::-webkit-slider-thumb]:-mt-3 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-[50%] [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-paper [&::-webkit-slider-thumb]:bg-accent [&::-moz-range-thumb]:size-5 [&::-moz-range-thumb]:rounded-[50%] [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-paper [&::-moz-range-thumb]:bg-accent'
const track =
  '[&::-webkit-slider-runnable-track]:h-px [&::-webkit-slider-runnable-track]:bg-edge [&::-moz-range-track]:h-px [&::-moz-range-track]:bg-edge'

/** A range input drawn as a hairline with a round handle. */
export function Slider({ className = '', ...input }: ComponentProps<'input'>) {
  return (
    <input
      type="range"
      className={`h-11 w-full cursor-pointer appearance-none bg-transparent ${track} ${thumb} ${className}`}
      {...input}
    />
  )
}
