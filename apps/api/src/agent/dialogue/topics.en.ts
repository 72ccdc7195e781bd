/** What is talked about after a tool has answered, in the words of policies and FAQs. */
export const topicOfTool: Readonly<Record<string, string>> = {
  cancel_order: 'cancelling an order, money of a cancelled order',
  change_address: 'changing the delivery address',
  start_refund: 'refund, send back, return label',
  refund_status: 'refund, money back',
  return_options: 'returning an item',
  file_complaint: 'complaint, answer to a complaint',
  complaint_status: 'complaint, answer to a complaint',
  track_parcel: 'delivery',
}
