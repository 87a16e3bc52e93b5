/** Classes of the desk's own selects and small inputs. */
export const selectClass = 'min-h-11 rounded border border-edge bg-paper px-3 text-small'
