import { shopOf } from './shop-of.ts'

/** Phones and computers, with names that differ in a letter or a number. */
export const gadgetShop = () =>
  shopOf({
    name: 'Voltline',
    currency: 'USD',
    locale: 'en-US',
    categories: [
      { id: 'laptops', name: 'Laptops', singular: 'laptop', aliases: ['notebooks', 'computers'] },
      { id: 'phones', name: 'Phones', singular: 'phone', aliases: ['smartphones', 'mobiles', 'cell phones'] },
      {
        id: 'audio',
        name: 'Headphones & Earbuds',
        singular: 'headphones',
        aliases: ['headphones', 'earbuds', 'earphones'],
      },
      { id: 'tvs', name: 'TVs', singular: 'TV', aliases: ['televisions', 'telly'] },
      { id: 'accessories', name: 'Accessories', singular: 'accessory', aliases: ['hubs', 'sleeves'], accessory: true },
    ],
    specs: [
      { id: 'ram', label: 'Memory', display: '{value} GB', aliases: ['RAM'], better: 'higher' },
      { id: 'storage', label: 'Storage', display: '{value} GB', aliases: ['disk space', 'SSD'], better: 'higher' },
      { id: 'processor', label: 'Processor', aliases: ['CPU', 'chip'] },
      { id: 'screen', label: 'Screen size', display: '{value} inches', aliases: ['screen', 'display size'] },
      {
        id: 'battery',
        label: 'Battery life',
        display: '{value} hours',
        aliases: ['battery', 'how long the battery lasts'],
      },
      { id: 'ports', label: 'Ports', aliases: ['connections'] },
      { id: 'panel', label: 'Panel', aliases: ['panel type'] },
      { id: 'colour', label: 'Color', aliases: ['colour', 'colors'] },
    ],
    products: [
      {
        name: 'Voltline X1 Laptop',
        brand: 'Voltline',
        category: 'laptops',
        price: 1299,
        specs: {
          ram: 16,
          storage: 512,
          processor: 'Intel Core i7-1360P',
          screen: 14,
          battery: 12,
          ports: ['USB-C', 'HDMI'],
        },
        aliases: ['X1'],
      },
      {
        name: 'Voltline X2 Laptop',
        brand: 'Voltline',
        category: 'laptops',
        price: 1799,
        specs: {
          ram: 32,
          storage: 1024,
          processor: 'Intel Core i9-13900H',
          screen: 16,
          battery: 10,
          ports: ['USB-C', 'Thunderbolt 4'],
        },
      },
      {
        name: 'UltraBook 13',
        brand: 'Airline',
        category: 'laptops',
        price: 999,
        specs: { ram: 8, storage: 256, processor: 'Intel Core i5-1340P', screen: 13.3, battery: 14, ports: ['USB-C'] },
      },
      {
        name: 'Gaming Laptop G1',
        brand: 'Ferox',
        category: 'laptops',
        price: 1399,
        specs: {
          ram: 32,
          storage: 1024,
          processor: 'Intel Core i9-13900H',
          screen: 15.6,
          battery: 6,
          ports: ['USB-A', 'HDMI'],
        },
      },
      {
        name: 'Voltline SmartPhone Pro 12',
        brand: 'Voltline',
        category: 'phones',
        price: 899.99,
        specs: { ram: 8, storage: 256, screen: 6.5, battery: 24, ports: ['USB-C'], colour: ['black', 'red'] },
      },
      {
        name: 'Voltline SmartPhone Lite',
        brand: 'Voltline',
        category: 'phones',
        price: 399,
        specs: { ram: 6, storage: 128, screen: 6.1, battery: 20, ports: ['USB-C'], colour: ['white', 'sea blue'] },
      },
      {
        name: 'Wireless Earbuds Pro',
        brand: 'Voltline',
        category: 'audio',
        price: 199.99,
        specs: { battery: 8, colour: ['white'] },
      },
      {
        name: 'Quietude WH-900 Headphones',
        brand: 'Quietude',
        category: 'audio',
        price: 249,
        specs: { battery: 30, colour: ['black'] },
      },
      {
        name: 'USB-C Hub',
        brand: 'Voltline',
        category: 'accessories',
        price: 49,
        specs: { ports: ['USB-C', 'HDMI', 'USB-A'] },
      },
      { name: 'X1 Sleeve', brand: 'Voltline', category: 'accessories', price: 29 },
      {
        name: 'Lumina 55 OLED TV',
        brand: 'Lumina',
        category: 'tvs',
        price: 1499,
        specs: { screen: 55, panel: 'OLED', ports: ['HDMI'] },
      },
      {
        name: 'Lumina 65 QLED TV',
        brand: 'Lumina',
        category: 'tvs',
        price: 1699,
        specs: { screen: 65, panel: 'QLED', ports: ['HDMI'] },
      },
    ],
  })

export const coffeeShop = () =>
  shopOf({
    name: 'Hearth & Bean',
    currency: 'GBP',
    locale: 'en-GB',
    categories: [
      { id: 'coffee', name: 'Coffees', singular: 'coffee', aliases: ['beans', 'coffee beans'] },
      { id: 'grinders', name: 'Grinders', singular: 'grinder', aliases: ['coffee grinders', 'mills'] },
      { id: 'brewers', name: 'Brewers', singular: 'brewer', aliases: ['coffee makers', 'pots'] },
    ],
    specs: [
      { id: 'roast', label: 'Roast', aliases: ['roast level'] },
      { id: 'origin', label: 'Origin', aliases: ['where it comes from'] },
      { id: 'weight', label: 'Weight', display: '{value} g', aliases: ['bag size'] },
      { id: 'burrs', label: 'Burrs', aliases: ['burr type'] },
      { id: 'capacity', label: 'Capacity', display: '{value} cups', aliases: ['how many cups'] },
    ],
    products: [
      {
        name: 'Sumatra Mandheling',
        brand: 'Hearth',
        category: 'coffee',
        specs: { roast: 'dark', origin: 'Indonesia', weight: 250 },
        aliases: ['mandheling'],
      },
      {
        name: 'Ethiopia Yirgacheffe',
        brand: 'Hearth',
        category: 'coffee',
        specs: { roast: 'light', origin: 'Ethiopia', weight: 250 },
      },
      {
        name: 'Good Morning Blend',
        brand: 'Hearth',
        category: 'coffee',
        specs: { roast: 'medium', origin: 'Brazil', weight: 1000 },
      },
      {
        name: 'Decaf Colombia',
        brand: 'Hearth',
        category: 'coffee',
        specs: { roast: 'medium', origin: 'Colombia', weight: 250 },
      },
      { name: 'Conical Burr Grinder', brand: 'Millstone', category: 'grinders', specs: { burrs: 'steel' } },
      { name: 'Traveller Hand Grinder', brand: 'Millstone', category: 'grinders', specs: { burrs: 'ceramic' } },
      { name: 'Moka Pot 6', brand: 'Bellini', category: 'brewers', specs: { capacity: 6 } },
      { name: 'Crème Press', brand: 'Bellini', category: 'brewers', specs: { capacity: 8 } },
    ],
  })

export const clothesShop = () =>
  shopOf({
    name: 'Rivet Row',
    currency: 'EUR',
    locale: 'en-IE',
    categories: [
      { id: 'jeans', name: 'Jeans', singular: 'jeans', aliases: ['denims'] },
      { id: 'shirts', name: 'Shirts', singular: 'shirt', aliases: ['tees', 't-shirts'] },
      { id: 'shoes', name: 'Shoes', singular: 'shoe', aliases: ['sneakers', 'trainers', 'boots'] },
    ],
    specs: [
      { id: 'size', label: 'Size', aliases: ['sizes'] },
      { id: 'colour', label: 'Colour', aliases: ['color', 'colours'] },
      { id: 'fabric', label: 'Fabric', aliases: ['material', 'made of'] },
    ],
    products: [
      {
        name: "Levin's 501 Original",
        brand: "Levin's",
        category: 'jeans',
        specs: { size: ['30', '32', '34'], colour: ['blue'], fabric: 'denim' },
      },
      {
        name: "Levin's 511 Slim",
        brand: "Levin's",
        category: 'jeans',
        specs: { size: ['30', '32'], colour: ['black'], fabric: 'stretch denim' },
      },
      {
        name: 'Harbour Oxford Shirt',
        brand: 'Harbour',
        category: 'shirts',
        specs: { size: ['S', 'M', 'L'], colour: ['white', 'light blue'], fabric: 'cotton' },
      },
      {
        name: 'Merino Tee',
        brand: 'Fjell',
        category: 'shirts',
        specs: { size: ['S', 'M', 'XL'], colour: ['grey'], fabric: 'merino wool' },
      },
      {
        name: 'Chelsea Boot',
        brand: 'Fjell',
        category: 'shoes',
        specs: { size: ['41', '42'], colour: ['brown'], fabric: 'leather' },
      },
      {
        name: 'Court Classic Sneaker',
        brand: 'Rally',
        category: 'shoes',
        specs: { size: ['40', '41', '42'], colour: ['white', 'red'], fabric: 'canvas' },
      },
    ],
  })

export const bookShop = () =>
  shopOf({
    name: 'Foxglove Books',
    currency: 'JPY',
    locale: 'en-US',
    categories: [
      { id: 'fiction', name: 'Novels', singular: 'novel', aliases: ['fiction', 'stories'] },
      { id: 'cooking', name: 'Cookbooks', singular: 'cookbook', aliases: ['cookery books', 'recipe books'] },
    ],
    specs: [
      { id: 'author', label: 'Author', aliases: ['writer', 'who wrote'] },
      { id: 'pages', label: 'Pages', aliases: ['number of pages', 'how many pages'] },
      { id: 'format', label: 'Format', aliases: ['binding'] },
    ],
    products: [
      {
        name: 'The Old Harbour',
        brand: 'Tern Press',
        category: 'fiction',
        specs: { author: 'Ines Calloway', pages: 312, format: 'paperback' },
      },
      {
        name: 'It',
        brand: 'Tern Press',
        category: 'fiction',
        specs: { author: 'Rob Marsh', pages: 980, format: 'hardcover' },
      },
      {
        name: 'What If',
        brand: 'Moth House',
        category: 'fiction',
        specs: { author: 'Lena Okafor', pages: 201, format: 'paperback' },
      },
      {
        name: 'Wild',
        brand: 'Moth House',
        category: 'fiction',
        specs: { author: 'Ada Quist', pages: 255, format: 'paperback' },
      },
      {
        name: 'The Art of Slow Bread',
        brand: 'Moth House',
        category: 'cooking',
        specs: { author: 'Ines Calloway', pages: 240, format: 'hardcover' },
      },
      {
        name: 'Soups for Every Season',
        brand: 'Tern Press',
        category: 'cooking',
        specs: { author: 'Paul Tran', pages: 188, format: 'paperback' },
      },
    ],
  })
