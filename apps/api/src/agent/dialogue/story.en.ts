/** Words that say that somebody complains or wants something, but not what is wrong. */
export const wishesOnly: ReadonlySet<string> = new Set(
  `complain complaint complaints file filing lodge log submit make register report problem problems issue issues wrong
  order orders item items purchase bought ordered refund money back return replacement replace exchange repair apology
  apologize fix help please about regarding formal want wants unhappy angry upset terrible awful`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
