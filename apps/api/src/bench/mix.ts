/** The messages that are measured, by kind. Fixed, so that figures of different days can be compared. */
export const mix: Readonly<Record<string, readonly string[]>> = {
  order: [
    'status of ORD-1002',
    'where is my order ord 1005?',
    'has #1010 shipped yet',
    'Hi, could you tell me when ORD-1007 will arrive please',
    "my package ORD1013 hasn't arrived",
  ],
  product: [
    'X1 laptop battery life',
    'how much is the wireless earbuds pro',
    'tell me about the techpro watch 3',
    'is the UltraBook 13 in stock?',
    'what is the warranty on the gaming laptop g1',
  ],
  search: [
    'laptops under $1500',
    'show me headphones',
    'cheapest tv',
    'tablets between 300 and 700 dollars',
    'phones rated 4.5 or better',
  ],
  comparison: [
    'compare the X1 and the Gaming Laptop G1',
    'X1 vs X2',
    'difference between the ultrabook 13 and the x1 laptop',
  ],
  graph: [
    'what fits the X1 laptop',
    'does the usb-c hub work with the x1?',
    'anything newer than the x1?',
    'similar to the watch 3',
  ],
  document: [
    'how do I return something',
    'what are the delivery times',
    'how do I reset the router',
    'tell me about your privacy policy',
    'my earbuds pro are silent on one side, what can I do',
  ],
  small_talk: [
    'hello',
    'thanks a lot',
    'are you a robot',
    'what is the weather in Paris',
    'I want to talk to a person',
  ],
}
