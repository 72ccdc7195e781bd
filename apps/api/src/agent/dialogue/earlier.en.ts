/** How it is told what a conversation was about. */
export const earlierWords = {
  products: (names: string) => `Products talked about: ${names}.`,
  orders: (numbers: string) => `Orders talked about: ${numbers}.`,
}
