import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

/** A mutation that is under way once at a time: pressed again meanwhile (a double click comes before the next render), nothing happens. */
export function useSingleMutation<Data, Failure, Variables>(
  options: UseMutationOptions<Data, Failure, Variables>,
): UseMutationResult<Data, Failure, Variables> {
  const underWay = useRef(false)
  const mutation = useMutation({
    ...options,
    onSettled: (...settled) => {
      underWay.current = false
      return options.onSettled?.(...settled)
    },
  })
  return {
    ...mutation,
    mutate: (...asked) => {
      if (underWay.current) return
      underWay.current = true
      mutation.mutate(...asked)
    },
  }
}
