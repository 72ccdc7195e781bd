/**
 * What a model makes of a text: a vector's direction, as bytes (int8) in base64.
 *
 * Those of all-MiniLM-L6-v2 were made with its int8 weights, the text alone.
 */
export const knownVectors: Readonly<Record<string, readonly { readonly text: string; readonly vector: string }[]>> = {
  'sentence-transformers/all-MiniLM-L6-v2': [
    {
      text: 'How do I send a parcel back?',
      vector:
        'EPkh/gEH9PPnEv8H3efW6wsv2PYATPMdKizI8rPrGxLgDg9D9PAuy+zt9Brd8DELSg8w8Mg12kocNOr/+vgE9Pny8gfS2CAL0Sgs' +
        '8B8NvS375O4rHAcONgLv+tkwAtvq7gQBHyoG9O4R4xfj7SjrEAAE6vzRIvaB4xcIBdfrWQC/GBwbIMY78AHt3Ao5KKHv7BA2CvMC' +
        '7fQJC/0SBgcxFQ8J7RrfBgP3I/7fMA72PfM19hL3BfrcvhoQ/89NGvoeDbHi+OXRIkX8/Q3z1usJwM/E1xI7KgUb6QPCyvfhTQAK' +
        'D9Aq6AAYJvoVrvYV9hEM3/3o4ev8GArZBSYA7NIXBfA3KPzvGkoqBy4KNAT8A+RRLNcuCeMFVQD0HNbd8jHpJAslwugh7TEby176' +
        '8SXg/Tfv//0g1QTgB+LfBhTT2gDu8AIiOyEhNdO55t++IgbCFtDy4dftMu4FFOkAQuQFBu37u9kSDQMIJwbWBCkD0Nv3EPfrFjbl' +
        '9tHUJAzaI9zq',
    },
    {
      text: 'The battery lasts two days on one charge.',
      vector:
        'GhvwIwf29h7tG/3HHAoG2e2B+Qk10S4X9Drk7QXd+1NPI/wsuREp6+43Bv8IDur7Rl8uC+UL6PXyKQr39yXlCvjawbzj9xwc59bN' +
        'ARAiO+Al6Ef/UvP9T/z4/AYCz9sAxXoWEAgg/eQ2/9Iq2fIYDzYNBm7ZHWnjKP0ZyJ4AdwCv5Szh9P7v8dkIGu8UPwP8Nuwf8hrY' +
        '/R03zDIR+BMyNMsuEsJvGvz61SfurPCl9x5IOgjMJBLyQPboG/wp2PoMAjy12r4ZPrQ/mMKwLNkLYK366AEZ6tnbyCoKzdv/cAD6' +
        'J+hPDAi2cJ4V0yK6+loiTc3zRgTX9fhEIlPrLAX80sb81PwN9SUiAwwqvwszxP7kCBkXAx/fpwXqscfy6OkXsvjVRw7lH0jS7Ljx' +
        'uvwexBzFFaXYsxg/2SJHyMg4xgAZETjHAgQx9hUJKvjtuvMgAT4IHwXTx9DUM/WkJdLnKcQH3Mf+lwQl9QUUBfv7TMHZFUVE2B3c' +
        'HPkM7ewQGeUh',
    },
    {
      text: 'Which of these is the cheapest?',
      vector:
        'Gxj7IiPz/UYLGALYCgHw6DcJItrQyvkNTA4EDRfZ7/3b+SK7LeLkEO3r3u/s+QAt+CLz/rUE+eS0ESEX89HgC9wDF/YBEc0JHxIb' +
        '6GjLwfPOv8TwKegF3hvnEBoWDekaGQjoPRYKHBD+3fPZIB/74bfaytf3+i0izuAP+se2zwD9LeSl4P76/gtA3/zVFHDQ9ATn35tR' +
        'IQ0YsjfgNQrw7lHt9vXL5OvozTQo+E/R9TsP3dIP4B/3uBLjGULtDQDw+P8R+bAZ7CRxCTA0SxoJDNU5zE7vFub6Ji7XEPfOGwDr' +
        'CDRqOgbnxA0V0CIJCSMPCc0Q4fd/MhTPAecn2BfUESjzyicUI9L8CyIi6N/Xus05Cwf55BnP7+RHCQkQEeY8/ShQJ8/5DBEr2swv' +
        'MD0/2zzj+B/rBAfD+kcBAmv78gAt5/cADe3xRgkrJ/XnIMoN7+700u0nN/i17jki/zHMHQjE+vHR+7YT5KbB7y63z9wUHOX/Gcns' +
        '6/gA5h07zhUO',
    },
  ],
}
