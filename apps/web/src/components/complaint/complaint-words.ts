import type { ComplaintView } from '@marketplace-agent/api-client'

export const complaintReasons: Record<ComplaintView['reason'], string> = {
  damaged: 'It came damaged',
  defective: "It doesn't work",
  wrong_item: 'It is the wrong item',
  missing_item: 'Something is missing',
  late: 'It is late',
  service: 'The service',
  other: 'Something else',
}

export const complaintRemedies: Record<NonNullable<ComplaintView['remedy']>, string> = {
  repair: 'A repair',
  replacement: 'A replacement',
  apology: 'An apology',
  money_back: 'The money back',
}
