import type { ComplaintReason, Remedy } from '@marketplace-agent/domain'

export const remedyWords: Readonly<Record<Remedy, string>> = {
  repair: 'a repair',
  replacement: 'a replacement',
  apology: 'an apology',
  money_back: 'your money back',
}

export const reasonWords: Readonly<Record<ComplaintReason, string>> = {
  damaged: 'arrived damaged',
  defective: 'does not work as it should',
  wrong_item: 'wrong item',
  missing_item: 'something is missing',
  late: 'late delivery',
  service: 'our service',
  other: 'something else',
}
